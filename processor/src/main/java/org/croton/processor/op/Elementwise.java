package org.croton.processor.op;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Broadcast;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Operations that compute each element of the result from the elements at the same position of the
 * arguments, which broadcast by NumPy's rules. All arguments have the dtype that {@link
 * #resultDtype} accepts; conversions are explicit {@code cast}s that the surface inserts.
 */
public abstract class Elementwise extends OpDef {
  protected Elementwise(String name) {
    super(name);
  }

  /** Dtype of the result. Throws {@link org.croton.processor.type.TypeMismatch} otherwise. */
  protected abstract DType resultDtype(List<DType> arguments, Attrs attrs);

  /**
   * Meaning on floating operands; {@code x} has one value per argument. The result is rounded to
   * the dtype afterwards. Integer operands of an op that gives a floating result arrive here too.
   */
  protected double evaluate(double[] x, Attrs attrs) {
    throw new IllegalStateException(name() + " has no floating meaning");
  }

  /** Meaning on integer and boolean operands; the result wraps to the dtype afterwards. */
  protected long evaluate(long[] x, Attrs attrs) {
    throw new IllegalStateException(name() + " has no integer meaning");
  }

  /** Meaning on floating operands of an op whose result is not floating, such as comparisons. */
  protected long evaluateToInteger(double[] x, Attrs attrs) {
    throw new IllegalStateException(name() + " has no integer result");
  }

  /**
   * Partial derivative of the result with respect to an argument, elementwise; null is zero.
   *
   * @param y the result itself, for rules that are shortest in terms of it
   */
  protected abstract @Nullable Node derivative(int argument, List<Node> x, Node y);

  /** The expression of one element. */
  protected abstract Scalar lower(List<Scalar> x, DType result, Attrs attrs);

  /** What must hold for an element's operands before its expression is evaluated. */
  protected List<Check> checks(Apply apply, List<Scalar> x, Lowering lowering) {
    return List.of();
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    List<DType> dtypes = arguments.stream().map(x -> x.tensor().dtype()).toList();
    List<Shape> shapes = arguments.stream().map(x -> x.tensor().shape()).toList();
    return List.of(new TensorType(resultDtype(dtypes, attrs), Broadcast.shapes(name(), shapes)));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    DType result = apply.tensor().dtype();
    return List.of(new ElementLoop(this, apply.attrs(), result, arguments).run());
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    for (int i = 0; i < apply.arguments().size(); i++) {
      if (pullback.wants(i)) {
        Node derivative = derivative(i, apply.arguments(), apply);
        if (derivative != null) {
          pullback.accumulateProduct(i, derivative);
        }
      }
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    List<@Nullable Node> derivatives = new ArrayList<>();
    for (int i = 0; i < apply.arguments().size(); i++) {
      derivatives.add(
          pushforward.tangent(i) == null ? null : derivative(i, apply.arguments(), apply));
    }
    List<@Nullable Node> tangents = new ArrayList<>();
    tangents.add(pushforward.combine(derivatives));
    return tangents;
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(apply.tensor().shape());
    List<Scalar> elements = new ArrayList<>();
    for (int i = 0; i < apply.arguments().size(); i++) {
      elements.add(element(apply.argument(i), i, axes, lowering));
    }
    Scalar body = lower(elements, apply.tensor().dtype(), apply.attrs());
    List<Scalar> at = Lowering.positions(axes);
    List<Check> checks = checks(apply, elements, lowering);
    lowering.emit(new Nest(axes, lowering.result(), at, Combine.SET, body, null, checks));
  }

  private static Scalar element(Node argument, int index, List<Axis> axes, Lowering lowering) {
    return argument instanceof Constant && argument.tensor().isScalar()
        ? new Scalar.Immediate(((Constant) argument).value())
        : lowering.readBroadcast(index, argument, axes);
  }

  /** A constant of a node's dtype that broadcasts to any shape. */
  protected static Node like(Node node, double value) {
    return node.builder().constant(node.tensor().dtype(), value);
  }
}

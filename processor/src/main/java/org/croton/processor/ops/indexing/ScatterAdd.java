package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.indexing.Gather.gather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.Elements;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * The first argument with values added at the positions that {@code gather} would read: arguments
 * are the array, the indices and the values, which have the shape of the gathered elements.
 * Positions that occur several times add up, in index order. An index out of range fails at run
 * time.
 */
public final class ScatterAdd extends OpDef {
  public static final ScatterAdd OP = new ScatterAdd();

  private ScatterAdd() {
    super("scatterAdd");
  }

  public static Node scatterAdd(Node base, List<Node> indices, Node values, int axis) {
    List<Node> arguments = new ArrayList<>(indices);
    arguments.add(0, base);
    arguments.add(values);
    return base.builder().apply(OP, new AxisAttrs(axis), arguments);
  }

  private static List<Node> indices(List<Node> arguments) {
    return arguments.subList(1, arguments.size() - 1);
  }

  private static Node values(Apply apply) {
    return apply.argument(apply.arguments().size() - 1);
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType base = arguments.get(0).tensor();
    TensorType values = arguments.get(arguments.size() - 1).tensor();
    Shape part = Indices.shape(base.shape(), indices(arguments), ((AxisAttrs) attrs).axis());
    if (!values.equals(base.withShape(part))) {
      throw new TypeMismatch(
          "shape-mismatch",
          "scatterAdd adds " + values + " to elements that are " + base.withShape(part));
    }
    return List.of(base);
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal base = arguments.get(0);
    Literal values = arguments.get(arguments.size() - 1);
    List<Literal> indices = arguments.subList(1, arguments.size() - 1);
    Positions positions = new Positions(base.shape(), indices, apply.attrs(AxisAttrs.class).axis());
    Elements elements = Elements.copyOf(base);
    for (int from = 0; from < values.count(); from++) {
      elements.add(positions.flat(from), values, from);
    }
    return List.of(elements.literal());
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node cotangent = pullback.cotangent();
    pullback.accumulate(0, cotangent);
    int last = apply.arguments().size() - 1;
    if (pullback.wants(last)) {
      int axis = apply.attrs(AxisAttrs.class).axis();
      pullback.accumulate(last, gather(cotangent, indices(apply.arguments()), axis));
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node base = pushforward.tangent(0);
    Node values = pushforward.tangent(apply.arguments().size() - 1);
    if (values == null) {
      return Collections.singletonList(base);
    }
    Node start = base == null ? Zeros.like(apply) : base;
    int axis = apply.attrs(AxisAttrs.class).axis();
    return List.of(scatterAdd(start, indices(apply.arguments()), values, axis));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(values(apply).tensor().shape());
    Indices indices =
        new Indices(apply, apply.arguments().size() - 2, apply.attrs(AxisAttrs.class).axis());
    Scalar body = lowering.read(apply.arguments().size() - 1, Lowering.positions(axes));
    lowering.emit(
        new Nest(
            axes,
            lowering.result(),
            indices.at(lowering, axes),
            Combine.SUM,
            body,
            lowering.argument(0),
            indices.checks(lowering, axes)));
  }
}

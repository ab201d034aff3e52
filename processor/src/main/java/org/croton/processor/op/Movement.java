package org.croton.processor.op;

import java.util.Arrays;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Operations of one argument whose result's elements are elements of the argument at other
 * positions. All are linear, and work on every dtype.
 */
public abstract class Movement extends OpDef {
  protected Movement(String name) {
    super(name);
  }

  /** The result's shape. Throws {@link org.croton.processor.type.TypeMismatch} if there is none. */
  protected abstract Shape shape(Shape argument, Attrs attrs);

  /** Where in the argument the element at an index of the result comes from. */
  protected abstract int[] source(Apply apply, int[] at, int[] argument, Evaluation evaluation);

  /** The same as scalar expressions, for the lowering. */
  protected abstract List<Scalar> source(Apply apply, List<Scalar> at);

  /** Sends the cotangent of the result to the argument. */
  protected abstract void transpose(Apply apply, Node cotangent, Pullback pullback);

  /** What must hold for the shapes before any element is read. */
  protected List<Check> checks(Apply apply, Lowering lowering) {
    return List.of();
  }

  /** The result's sizes in a run; the type's dims give them unless an op knows better. */
  protected int[] sizes(Apply apply, Evaluation evaluation) {
    return evaluation.sizes(apply.tensor().shape());
  }

  @Override
  public final List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType type = arguments.get(0).tensor();
    return List.of(type.withShape(shape(type.shape(), attrs)));
  }

  @Override
  public final List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal x = arguments.get(0);
    int[] from = x.shape();
    int[] to = sizes(apply, evaluation);
    return List.of(
        RowMajor.pick(
            x,
            to,
            flat -> {
              int[] at = source(apply, RowMajor.index(flat, to), from, evaluation);
              for (int axis = 0; axis < from.length; axis++) {
                if (at[axis] < 0 || at[axis] >= from[axis]) {
                  throw new IndexOutOfBoundsException(
                      name() + ": " + Arrays.toString(at) + " in " + Arrays.toString(from));
                }
              }
              return RowMajor.flat(at, from);
            }));
  }

  @Override
  public final void pullback(Apply apply, Pullback pullback) {
    transpose(apply, pullback.cotangent(), pullback);
  }

  @Override
  public final List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tangent = pushforward.tangent(0);
    return Arrays.asList(
        tangent == null ? null : apply.builder().apply(this, apply.attrs(), List.of(tangent)));
  }

  @Override
  public final void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(apply.tensor().shape());
    List<Scalar> at = Lowering.positions(axes);
    Scalar body = lowering.read(0, source(apply, at));
    lowering.emit(
        new Nest(axes, lowering.result(), at, Combine.SET, body, null, checks(apply, lowering)));
  }
}

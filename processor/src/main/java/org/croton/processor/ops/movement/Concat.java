package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.Slice.slice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.RowMajor;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** Arrays of one dtype joined along an axis; all other dims are equal. */
public final class Concat extends OpDef {
  public static final Concat OP = new Concat();

  /** Up to as many parts are told apart element by element. */
  private static final int SELECTED = 2;

  private Concat() {
    super("concat");
  }

  public static Node concat(List<Node> parts, int axis) {
    return parts.size() == 1
        ? parts.get(0)
        : parts.get(0).builder().apply(OP, new AxisAttrs(axis), parts);
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    int axis = ((AxisAttrs) attrs).axis();
    TensorType first = arguments.get(0).tensor();
    Dim size = Dim.ZERO;
    for (Node argument : arguments) {
      TensorType type = argument.tensor();
      if (type.dtype() != first.dtype()) {
        throw new TypeMismatch(
            "dtype-mismatch",
            "concat needs operands of one dtype: " + first.dtype() + " and " + type.dtype());
      }
      if (type.rank() != first.rank()
          || !type.shape().without(axis).equals(first.shape().without(axis))) {
        throw new TypeMismatch(
            "shape-mismatch",
            "cannot concat " + first.shape() + " and " + type.shape() + " along axis " + axis);
      }
      size = size.plus(type.shape().dim(axis));
    }
    return List.of(first.withShape(first.shape().replace(axis, size)));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    int axis = apply.attrs(AxisAttrs.class).axis();
    int[] shape = arguments.get(0).shape();
    shape[axis] = arguments.stream().mapToInt(x -> x.shape()[axis]).sum();
    DType dtype = apply.tensor().dtype();
    boolean floating = dtype.isFloating();
    double[] reals = new double[floating ? Literal.count(shape) : 0];
    long[] integers = new long[floating ? 0 : Literal.count(shape)];
    int offset = 0;
    for (Literal part : arguments) {
      for (int from = 0; from < part.count(); from++) {
        int[] at = RowMajor.index(from, part.shape());
        at[axis] += offset;
        int to = RowMajor.flat(at, shape);
        if (floating) {
          reals[to] = part.real(from);
        } else {
          integers[to] = part.integer(from);
        }
      }
      offset += part.shape()[axis];
    }
    return List.of(
        floating ? Literal.reals(dtype, shape, reals) : Literal.integers(dtype, shape, integers));
  }

  /** The boxes of the parts within the result. */
  private static List<SliceAttrs> boxes(Apply apply) {
    int axis = apply.attrs(AxisAttrs.class).axis();
    int rank = apply.tensor().rank();
    List<SliceAttrs> boxes = new ArrayList<>();
    Dim offset = Dim.ZERO;
    for (Node part : apply.arguments()) {
      List<Dim> starts = new ArrayList<>(Collections.nCopies(rank, Dim.ZERO));
      starts.set(axis, offset);
      List<Dim> sizes = part.tensor().shape().dims();
      boxes.add(new SliceAttrs(starts, Collections.nCopies(rank, 1), sizes));
      offset = offset.plus(sizes.get(axis));
    }
    return boxes;
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    List<SliceAttrs> boxes = boxes(apply);
    for (int i = 0; i < boxes.size(); i++) {
      if (pullback.wants(i)) {
        pullback.accumulate(i, slice(pullback.cotangent(), boxes.get(i)));
      }
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    List<Node> tangents = new ArrayList<>();
    for (int i = 0; i < apply.arguments().size(); i++) {
      Node tangent = pushforward.tangent(i);
      tangents.add(tangent == null ? BoxUpdate.zeros(apply.argument(i)) : tangent);
    }
    return List.of(concat(tangents, apply.attrs(AxisAttrs.class).axis()));
  }

  /**
   * One or two parts are one nest that selects by position, which fuses with whatever reads it.
   * More are copied, one nest each, into memory that all of them share: a choice for each element
   * would cost as many comparisons as there are parts.
   */
  @Override
  public void lower(Apply apply, Lowering lowering) {
    if (apply.arguments().size() > SELECTED) {
      copy(apply, lowering);
    } else {
      select(apply, lowering);
    }
  }

  private static void copy(Apply apply, Lowering lowering) {
    List<SliceAttrs> boxes = boxes(apply);
    Buffer before = lowering.temporary(apply.tensor());
    for (int i = 0; i < boxes.size(); i++) {
      boolean last = i == boxes.size() - 1;
      Buffer target = last ? lowering.result() : lowering.temporary(apply.tensor());
      List<Axis> axes = Lowering.axes(boxes.get(i).shape());
      List<Scalar> from = Lowering.positions(axes);
      List<Scalar> to = Box.source(boxes.get(i), from);
      Scalar body = lowering.read(i, from);
      lowering.emit(new Nest(axes, target, to, Combine.SET, body, before, List.of()));
      before = target;
    }
  }

  private static void select(Apply apply, Lowering lowering) {
    int axis = apply.attrs(AxisAttrs.class).axis();
    List<Axis> axes = Lowering.axes(apply.tensor().shape());
    List<SliceAttrs> boxes = boxes(apply);
    int last = boxes.size() - 1;
    Scalar body = part(lowering, last, axes, axis, boxes.get(last).starts().get(axis));
    for (int i = last - 1; i >= 0; i--) {
      Dim end = boxes.get(i + 1).starts().get(axis);
      Scalar inside = Scalar.of(Primitive.LT, Scalar.at(axes.get(axis)), Scalar.extent(end));
      Scalar own = part(lowering, i, axes, axis, boxes.get(i).starts().get(axis));
      body = Scalar.select(inside, own, body);
    }
    lowering.emit(Nest.map(axes, lowering.result(), body));
  }

  private static Scalar part(
      Lowering lowering, int argument, List<Axis> axes, int axis, Dim offset) {
    List<Scalar> at = new ArrayList<>(Lowering.positions(axes));
    if (!offset.equals(Dim.ZERO)) {
      at.set(axis, Scalar.sub(at.get(axis), Scalar.extent(offset)));
    }
    return lowering.read(argument, at);
  }
}

package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Get.get;

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
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Elements;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;

/**
 * Operations that change one element, or leading sub-array, at run-time scalar indices: arguments
 * are the array, the indices, the value and the path condition, BOOL. Where that is false the
 * result is the array. An index out of range fails at run time; negative ones are out of range, as
 * in Java.
 */
abstract class PlaceUpdate extends OpDef {
  private final Combine combine;

  PlaceUpdate(String name, Combine combine) {
    super(name);
    this.combine = combine;
  }

  final Node of(Node array, List<Node> indices, Node value, Node guard) {
    List<Node> arguments = new ArrayList<>(indices);
    arguments.add(0, array);
    arguments.add(value);
    arguments.add(guard);
    return array.builder().apply(this, Attrs.NONE, arguments);
  }

  static List<Node> indices(Apply apply) {
    return apply.arguments().subList(1, valueAt(apply));
  }

  /** Number of the argument that is the value. */
  static int valueAt(Apply apply) {
    return apply.arguments().size() - 2;
  }

  static Node guard(Apply apply) {
    return apply.argument(valueAt(apply) + 1);
  }

  /**
   * The value's part of a cotangent: 0, and seen to be 0, on a path that is not taken, so that it
   * never meets the infinite slope of what was computed there.
   */
  static Node share(Apply apply, Node cotangent) {
    Node guard = guard(apply);
    Node part = get(cotangent, indices(apply), guard);
    return guard instanceof Constant
        ? part
        : where(guard, part, part.builder().constant(part.tensor().dtype(), 0.0));
  }

  private static Place place(Apply apply) {
    return new Place(apply, 1, valueAt(apply) - 1, valueAt(apply) + 1);
  }

  @Override
  public final List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType array = arguments.get(0).tensor();
    int last = arguments.size() - 1;
    TensorType value = arguments.get(last - 1).tensor();
    Shape part = Place.shape(array.shape(), arguments.subList(1, last - 1), arguments.get(last));
    if (!value.equals(array.withShape(part))) {
      throw new TypeMismatch(
          "shape-mismatch", name() + " puts " + value + " where " + array.withShape(part) + " is");
    }
    return List.of(array);
  }

  @Override
  public final List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    int offset = place(apply).offset(arguments);
    if (offset < 0) {
      return List.of(arguments.get(0));
    }
    Literal value = arguments.get(valueAt(apply));
    Elements elements = Elements.copyOf(arguments.get(0));
    for (int i = 0; i < value.count(); i++) {
      if (combine == Combine.SUM) {
        elements.add(offset + i, value, i);
      } else {
        elements.set(offset + i, value, i);
      }
    }
    return List.of(elements.literal());
  }

  @Override
  public final void lower(Apply apply, Lowering lowering) {
    if (place(apply).isCertain()) {
      lowering.emit(write(apply, lowering, lowering.result(), lowering.argument(0)));
      return;
    }
    // The write must not happen at all where the path is not taken.
    Buffer index = lowering.temporary(TensorType.scalar(DType.I64));
    Buffer current = lowering.temporary(apply.tensor());
    Buffer next = lowering.temporary(apply.tensor());
    Scalar taken = lowering.scalar(valueAt(apply) + 1);
    Iterate.Carry carry = new Iterate.Carry(lowering.argument(0), current, next, lowering.result());
    lowering.emit(
        new Iterate(index, taken, List.of(carry), List.of(write(apply, lowering, next, current))));
  }

  private Nest write(Apply apply, Lowering lowering, Buffer target, Buffer base) {
    List<Axis> axes = Lowering.axes(apply.argument(valueAt(apply)).tensor().shape());
    List<Scalar> inner = Lowering.positions(axes);
    return new Nest(
        axes,
        target,
        place(apply).at(lowering, inner),
        combine,
        lowering.read(valueAt(apply), inner),
        base,
        place(apply).checks(lowering));
  }
}

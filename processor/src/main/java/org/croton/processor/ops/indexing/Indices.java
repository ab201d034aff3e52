package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.movement.Size.size;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Lowering;
import org.croton.processor.ops.movement.ExpandDims;
import org.croton.processor.ops.movement.Iota;
import org.croton.processor.type.Broadcast;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** The index arguments of {@code gather} and {@code scatterAdd}: types, expressions, checks. */
final class Indices {
  private final Apply apply;
  private final int count;
  private final int axis;

  /**
   * @param count how many index arguments follow the first argument
   * @param axis the first axis that they stand for
   */
  Indices(Apply apply, int count, int axis) {
    this.apply = apply;
    this.count = count;
    this.axis = axis;
  }

  /** The shape of the gathered elements. */
  static Shape shape(Shape array, List<Node> indices, int axis) {
    if (axis + indices.size() > array.rank()) {
      throw new TypeMismatch(
          "rank-mismatch", indices.size() + " indices from axis " + axis + " on of " + array);
    }
    for (Node index : indices) {
      if (!index.tensor().dtype().isInteger()) {
        throw new TypeMismatch(
            "not-an-integer-index", "an index is an integer, not " + index.tensor());
      }
    }
    List<Shape> shapes = indices.stream().map(index -> index.tensor().shape()).toList();
    List<Dim> dims = new ArrayList<>(array.dims().subList(0, axis));
    dims.addAll(Broadcast.shapes("index with", shapes).dims());
    dims.addAll(array.dims().subList(axis + indices.size(), array.rank()));
    return new Shape(dims);
  }

  /** Position in the array, for axes that run over the gathered elements. */
  List<Scalar> at(Lowering lowering, List<Axis> axes) {
    List<Scalar> at = new ArrayList<>(Lowering.positions(axes.subList(0, axis)));
    for (int i = 0; i < count; i++) {
      Scalar index = index(lowering, i, axes);
      Scalar fromEnd = Scalar.add(index, Scalar.extent(size(i)));
      Scalar negative = Scalar.of(Primitive.LT, index, Scalar.whole(0));
      at.add(isPosition(i) ? index : Scalar.select(negative, fromEnd, index));
    }
    int tail = array().rank() - axis - count;
    at.addAll(Lowering.positions(axes.subList(axes.size() - tail, axes.size())));
    return at;
  }

  /** That each index is in range. */
  List<Check> checks(Lowering lowering, List<Axis> axes) {
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (!isPosition(i)) {
        Scalar index = index(lowering, i, axes);
        Scalar size = Scalar.extent(size(i));
        Scalar least = Scalar.sub(Scalar.whole(0), size);
        Scalar inRange =
            Scalar.of(
                Primitive.AND,
                Scalar.of(Primitive.GE, index, least),
                Scalar.of(Primitive.LT, index, size));
        checks.add(new Check(inRange, lowering.site(), List.of(index, size)));
      }
    }
    return checks;
  }

  private Scalar index(Lowering lowering, int i, List<Axis> axes) {
    int tail = array().rank() - axis - count;
    List<Axis> inner = axes.subList(axis, axes.size() - tail);
    return Scalar.cast(DType.I64, lowering.readBroadcast(i + 1, apply.argument(i + 1), inner));
  }

  private Shape array() {
    return apply.argument(0).tensor().shape();
  }

  private Dim size(int i) {
    return array().dim(axis + i);
  }

  /** True for {@code arange(n)} as index of an axis of size n, which needs no check. */
  private boolean isPosition(int i) {
    Node index = apply.argument(i + 1);
    while (index instanceof Apply && ((Apply) index).is(ExpandDims.OP)) {
      index = ((Apply) index).argument(0);
    }
    return index instanceof Apply
        && ((Apply) index).is(Iota.OP)
        && index.tensor().shape().dim(0).equals(size(i));
  }
}

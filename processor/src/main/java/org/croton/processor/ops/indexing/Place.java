package org.croton.processor.ops.indexing;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.RowMajor;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;

/**
 * A leading sub-array at run-time scalar indices, with a path condition: what {@code get}, {@code
 * set} and {@code accumulate} share. Indices have Java's meaning: negative ones are out of range.
 * Where the path condition is false nothing is checked, read or written.
 */
final class Place {
  private final Apply apply;
  private final int first;
  private final int count;
  private final int guard;

  /**
   * @param first the first index argument
   * @param count how many there are
   * @param guard the argument that is the path condition
   */
  Place(Apply apply, int first, int count, int guard) {
    this.apply = apply;
    this.first = first;
    this.count = count;
    this.guard = guard;
  }

  /** Shape of the sub-array. Throws {@link TypeMismatch} for indices that are not scalars. */
  static Shape shape(Shape array, List<Node> indices, Node guard) {
    if (indices.size() > array.rank()) {
      throw new TypeMismatch(
          "rank-mismatch", indices.size() + " indices for an array of shape " + array);
    }
    for (Node index : indices) {
      if (!index.tensor().isScalar() || !index.tensor().dtype().isInteger()) {
        throw new TypeMismatch(
            "not-an-integer-index", "an index is an integer, not " + index.tensor());
      }
    }
    if (!guard.tensor().equals(TensorType.scalar(DType.BOOL))) {
      throw new TypeMismatch("dtype-unsupported", "a path condition is BOOL: " + guard.tensor());
    }
    return new Shape(array.dims().subList(indices.size(), array.rank()));
  }

  /** Flat position of the sub-array's first element, or -1 if the path condition is false. */
  int offset(List<Literal> arguments) {
    if (arguments.get(guard).integer(0) == 0) {
      return -1;
    }
    int[] shape = arguments.get(0).shape();
    int[] at = new int[shape.length];
    for (int i = 0; i < count; i++) {
      long index = arguments.get(first + i).integer(0);
      if (index < 0 || index >= shape[i]) {
        throw new IndexOutOfBoundsException(
            "Index " + index + " out of bounds for length " + shape[i]);
      }
      at[i] = (int) index;
    }
    return RowMajor.flat(at, shape);
  }

  /** True if the path condition is the constant true. */
  boolean isCertain() {
    Node condition = apply.argument(guard);
    return condition instanceof Constant && ((Constant) condition).value().integer(0) != 0;
  }

  /** The array's index of the sub-array's element at {@code inner}. */
  List<Scalar> at(Lowering lowering, List<Scalar> inner) {
    List<Scalar> at = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      at.add(index(lowering, i));
    }
    at.addAll(inner);
    return at;
  }

  List<Check> checks(Lowering lowering) {
    List<Check> checks = new ArrayList<>();
    Scalar skipped = Scalar.of(Primitive.NOT, lowering.scalar(guard));
    for (int i = 0; i < count; i++) {
      Scalar index = index(lowering, i);
      Scalar size = Scalar.extent(apply.argument(0).tensor().shape().dim(i));
      Scalar inRange =
          Scalar.of(
              Primitive.AND,
              Scalar.of(Primitive.GE, index, Scalar.whole(0)),
              Scalar.of(Primitive.LT, index, size));
      Scalar condition = isCertain() ? inRange : Scalar.of(Primitive.OR, skipped, inRange);
      checks.add(new Check(condition, lowering.site(), List.of(index, size)));
    }
    return checks;
  }

  private Scalar index(Lowering lowering, int i) {
    return Scalar.cast(DType.I64, lowering.scalar(first + i));
  }
}

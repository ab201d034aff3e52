package org.croton;

import java.util.Arrays;

/** Arithmetic over shapes that checks for overflow. */
final class Shapes {
  private Shapes() {}

  /**
   * The number of elements.
   *
   * @throws ShapeException if a dim is negative or the bytes do not fit into 63 bits
   */
  static long size(DType dtype, int[] shape) {
    boolean empty = false;
    for (int dim : shape) {
      if (dim < 0) {
        throw new ShapeException("a dim cannot be negative: " + Arrays.toString(shape));
      }
      empty |= dim == 0;
    }
    return empty ? 0 : product(dtype, shape);
  }

  private static long product(DType dtype, int[] shape) {
    long size = 1;
    for (int dim : shape) {
      if (size > Long.MAX_VALUE / dtype.bytes() / dim) {
        throw new ShapeException(
            "a tensor of shape " + Arrays.toString(shape) + " does not fit into memory");
      }
      size *= dim;
    }
    return size;
  }

  /** An axis counted from the start, from one that may count from the end. */
  static int axis(int axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new IndexOutOfBoundsException("axis " + axis + " of a tensor of rank " + rank);
    }
    return axis < 0 ? axis + rank : axis;
  }
}

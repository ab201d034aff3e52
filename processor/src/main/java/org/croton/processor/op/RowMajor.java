package org.croton.processor.op;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.croton.processor.ir.Literal;

/** Positions in row-major arrays, for reference meanings. */
public final class RowMajor {
  private RowMajor() {}

  /** The index along each axis of a flat position. */
  public static int[] index(int flat, int[] shape) {
    int[] index = new int[shape.length];
    int rest = flat;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }

  /** The flat position of an index. */
  public static int flat(int[] index, int[] shape) {
    int flat = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      flat = flat * shape[axis] + index[axis];
    }
    return flat;
  }

  /** Sizes or indices without those of some axes. */
  public static int[] without(int[] values, List<Integer> axes) {
    return IntStream.range(0, values.length)
        .filter(axis -> !axes.contains(axis))
        .map(axis -> values[axis])
        .toArray();
  }

  /** The array of {@code shape} whose element at each flat position is {@code x}'s at another. */
  public static Literal pick(Literal x, int[] shape, IntUnaryOperator source) {
    int count = Literal.count(shape);
    if (x.dtype().isFloating()) {
      double[] elements = new double[count];
      for (int to = 0; to < count; to++) {
        elements[to] = x.real(source.applyAsInt(to));
      }
      return Literal.reals(x.dtype(), shape, elements);
    }
    long[] elements = new long[count];
    for (int to = 0; to < count; to++) {
      elements[to] = x.integer(source.applyAsInt(to));
    }
    return Literal.integers(x.dtype(), shape, elements);
  }
}

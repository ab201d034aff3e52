package org.croton.processor.ops;

import org.croton.DType;
import org.croton.processor.ir.Literal;

/** Arrays of numbers for tests. */
public final class Numbers {
  private Numbers() {}

  /** A vector of F64. */
  public static Literal reals(double... elements) {
    return Literal.reals(DType.F64, new int[] {elements.length}, elements.clone());
  }

  /** A vector of I32. */
  public static Literal wholes(long... elements) {
    return Literal.integers(DType.I32, new int[] {elements.length}, elements.clone());
  }

  /** The same numbers in another dtype. */
  public static Literal in(DType dtype, Literal x) {
    double[] reals = new double[x.count()];
    long[] integers = new long[x.count()];
    for (int i = 0; i < x.count(); i++) {
      reals[i] = x.real(i);
      integers[i] = x.integer(i);
    }
    return dtype.isFloating()
        ? Literal.reals(dtype, x.shape(), reals)
        : Literal.integers(dtype, x.shape(), integers);
  }
}

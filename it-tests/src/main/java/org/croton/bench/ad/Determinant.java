package org.croton.bench.ad;

import org.croton.annotation.Compiled;
import org.croton.annotation.Dims;
import org.croton.annotation.Gradient;

/**
 * The determinant by recursive expansion along the first row that is left. The size is known to the
 * build, which follows the recursion to its end and computes equal minors once.
 */
public final class Determinant {
  private Determinant() {}

  /** The determinant of a matrix of 5 rows, row after row. */
  @Compiled
  @Gradient
  public static double of5(@Dims("25") double[] a) {
    return minor(a, 5, 0, 0);
  }

  /** The determinant of a matrix of 6 rows, row after row. */
  @Compiled
  @Gradient
  public static double of6(@Dims("36") double[] a) {
    return minor(a, 6, 0, 0);
  }

  /** The determinant of a matrix of 7 rows, row after row. */
  @Compiled
  @Gradient
  public static double of7(@Dims("49") double[] a) {
    return minor(a, 7, 0, 0);
  }

  /** Of the rows from {@code row} on and the columns whose bit in {@code gone} is 0. */
  private static double minor(double[] a, int n, int row, int gone) {
    if (row == n) {
      return 1;
    }
    double sum = 0;
    int sign = 1;
    for (int column = 0; column < n; column++) {
      if ((gone >> column & 1) == 0) {
        sum += sign * a[row * n + column] * minor(a, n, row + 1, gone | 1 << column);
        sign = -sign;
      }
    }
    return sum;
  }
}

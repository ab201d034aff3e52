package org.croton.bench.ad;

import org.croton.annotation.Compiled;
import org.croton.annotation.Gradient;

/** How well a polynomial fits the sign function on a grid over -1 to 1. */
public final class LeastSquares {
  private LeastSquares() {}

  /** Half the sum of squares over {@code n} points, for the coefficients {@code x}. */
  @Compiled
  @Gradient(wrt = "x")
  public static double objective(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = -1 + 2.0 * i / (n - 1);
      double residual = Math.signum(t);
      double power = 1;
      for (int j = 0; j < x.length; j++) {
        residual -= x[j] * power;
        power *= t;
      }
      sum += residual * residual;
    }
    return sum / 2;
  }
}

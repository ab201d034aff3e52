package org.croton.bench.ad;

import org.croton.annotation.Compiled;
import org.croton.annotation.Gradient;

/** The logarithm of a sum of exponentials, shifted by the maximum as a loop finds it. */
public final class LogSumExp {
  private LogSumExp() {}

  /** {@code max + log(sum(exp(x - max)))}; {@code x} has at least one number. */
  @Compiled
  @Gradient
  public static double objective(double[] x) {
    double max = x[0];
    for (int i = 1; i < x.length; i++) {
      max = Math.max(max, x[i]);
    }
    double sum = 0;
    for (double each : x) {
      sum += Math.exp(each - max);
    }
    return max + Math.log(sum);
  }
}

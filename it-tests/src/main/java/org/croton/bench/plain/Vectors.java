package org.croton.bench.plain;

/** The two loops that everything else is made of, each in the form that the JIT compiler likes. */
final class Vectors {
  private Vectors() {}

  /** The inner product; eight sums side by side, since one would wait for each addition. */
  static float dot(float[] a, float[] b) {
    float[] sums = new float[8];
    int j = 0;
    for (; j + 7 < a.length; j += 8) {
      for (int lane = 0; lane < 8; lane++) {
        sums[lane] += a[j + lane] * b[j + lane];
      }
    }
    float sum =
        ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    for (; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** Adds {@code scale} times {@code x} to {@code y}. */
  static void add(float[] y, float scale, float[] x) {
    for (int j = 0; j < y.length; j++) {
      y[j] += scale * x[j];
    }
  }

  /** The sum of absolute values, in double. */
  static double absoluteSum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }

  static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}

package org.croton.bench.plain;

/** The two loops that everything else is made of, each in the form that the JIT compiler likes. */
final class Vectors {
  private Vectors() {}

  /** The inner product; eight sums side by side, since one would wait for each addition. */
  static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int j = 0;
    for (; j + 7 < a.length; j += 8) {
      s0 += a[j] * b[j];
      s1 += a[j + 1] * b[j + 1];
      s2 += a[j + 2] * b[j + 2];
      s3 += a[j + 3] * b[j + 3];
      s4 += a[j + 4] * b[j + 4];
      s5 += a[j + 5] * b[j + 5];
      s6 += a[j + 6] * b[j + 6];
      s7 += a[j + 7] * b[j + 7];
    }
    float sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
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

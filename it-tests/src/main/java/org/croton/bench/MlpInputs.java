package org.croton.bench;

/**
 * A network 784-500-10: tanh, softmax cross-entropy over a batch of 60, rate 0.01, biases start at
 * zero.
 */
public final class MlpInputs {
  public static final int BATCH = 60;
  public static final int IN = 784;
  public static final int HIDDEN = 500;
  public static final int OUT = 10;
  public static final double RATE = 0.01;

  private MlpInputs() {}

  /** The batch, [BATCH, IN], in 0 to 1. */
  public static double[] x() {
    return Generator.doubles(BATCH * IN, 1, 0.5, 0.5);
  }

  /** The classes, [BATCH]. */
  public static int[] y() {
    return Generator.labels(BATCH, 2, OUT);
  }

  /** The first weights before the first step, [IN, HIDDEN]. */
  public static double[] w1() {
    return weights(IN, HIDDEN, 3);
  }

  /** The second weights before the first step, [HIDDEN, OUT]. */
  public static double[] w2() {
    return weights(HIDDEN, OUT, 4);
  }

  private static double[] weights(int in, int out, int seed) {
    return Generator.doubles(in * out, seed, Math.sqrt(6.0 / (in + out)), 0);
  }
}

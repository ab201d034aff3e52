package org.croton.bench;

/**
 * Logistic regression: 400 rows of 784 features, cross-entropy plus 0.01 times the squared weights,
 * rate 0.1.
 */
public final class LogregInputs {
  public static final int ROWS = 400;
  public static final int FEATURES = 784;
  public static final double DECAY = 0.01;
  public static final double RATE = 0.1;

  private LogregInputs() {}

  /** The features, [ROWS, FEATURES]. */
  public static double[] x() {
    return Generator.doubles(ROWS * FEATURES, 1, 1, 0);
  }

  /** The classes, 0 or 1, [ROWS]. */
  public static int[] y() {
    return Generator.labels(ROWS, 2, 2);
  }

  /** The weights before the first step, [FEATURES]; the bias starts at zero. */
  public static double[] w() {
    return Generator.doubles(FEATURES, 3, 0.1, 0);
  }
}

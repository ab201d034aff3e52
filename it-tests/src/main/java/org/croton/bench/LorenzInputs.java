package org.croton.bench;

/** The Lorenz system with its classical parameters: one long path, and many short ones. */
public final class LorenzInputs {
  public static final double SIGMA = 10;
  public static final double RHO = 28;
  public static final double BETA = 8.0 / 3;
  public static final double STEP = 0.001;

  /** How many steps the long path has, which starts from (1, 1, 1). */
  public static final int LONG = 10_000;

  /** How many steps the short paths have. */
  public static final int SHORT = 1_000;

  /** How many short paths there are. */
  public static final int PATHS = 1_000;

  private LorenzInputs() {}

  /** Where the short paths start, a row each. */
  public static double[][] starts() {
    double[][] starts = new double[PATHS][3];
    for (int i = 0; i < PATHS; i++) {
      for (int k = 0; k < 3; k++) {
        starts[i][k] = 1 + 0.1 * Generator.value(i, k + 1);
      }
    }
    return starts;
  }
}

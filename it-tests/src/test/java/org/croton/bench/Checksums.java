package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;

/**
 * What NumPy and PyTorch compute for the workloads in double: the figures that every peer must
 * reach.
 */
public final class Checksums {
  private static final double LOGREG_COST = 0.6452033085064646;
  private static final double LOGREG_PARAMETERS = 37.18705445115123;
  private static final double MLP_COST = 2.1990478422205153;
  private static final double MLP_PARAMETERS = 13656.864365909436;

  private static final double LSTM_COST = 4.158024465798458;
  private static final double LSTM_PARAMETERS = 5325.154664438639;

  private Checksums() {}

  /** Takes ten steps and compares the cost and the parameters. */
  public static void checkLogreg(Training model, double tolerance) {
    check(model, LOGREG_COST, LOGREG_PARAMETERS, tolerance);
  }

  /** Takes ten steps and compares the cost and the parameters. */
  public static void checkMlp(Training model, double tolerance) {
    check(model, MLP_COST, MLP_PARAMETERS, tolerance);
  }

  /** Takes ten steps and compares the cost and the parameters. */
  public static void checkLstm(Training model, double tolerance) {
    check(model, LSTM_COST, LSTM_PARAMETERS, tolerance);
  }

  /** The sum of {@code formula} over vectors of 1000 in double. */
  public static double ofThousand(Elementwise formula) {
    return switch (formula) {
      case A -> 9202.518963729648;
      case B -> 4225.1985622325265;
      case C -> 515.0724756454139;
      case D -> 1463.1726000987514;
      case E -> 51.968382905835234;
    };
  }

  private static void check(Training model, double cost, double parameters, double tolerance) {
    double last = Double.NaN;
    for (int i = 0; i < 10; i++) {
      last = model.step();
    }
    Percentage allowed = Percentage.withPercentage(100 * tolerance);
    assertThat(last).isCloseTo(cost, allowed);
    assertThat(model.parameterSum()).isCloseTo(parameters, allowed);
  }
}

package org.croton.bench;

/**
 * A network with long short-term memory that reads 64 letters: 128 hidden units, 50 steps, 32 texts
 * side by side, rate 0.1, biases and memory start at zero.
 */
public final class LstmInputs {
  public static final int LETTERS = 64;
  public static final int HIDDEN = 128;
  public static final int STEPS = 50;
  public static final int BATCH = 32;

  private LstmInputs() {}

  /** The letters that are read, [STEPS, BATCH]. */
  public static int[] x() {
    return Generator.labels(STEPS * BATCH, 1, LETTERS);
  }

  /** The letters to be guessed, [STEPS, BATCH]. */
  public static int[] y() {
    return Generator.labels(STEPS * BATCH, 2, LETTERS);
  }

  /** The weights of letters before the first step, [LETTERS, 4 HIDDEN]. */
  public static double[] in() {
    return Generator.doubles(LETTERS * 4 * HIDDEN, 3, 0.1, 0);
  }

  /** The weights of what was said before, [HIDDEN, 4 HIDDEN]. */
  public static double[] again() {
    return Generator.doubles(HIDDEN * 4 * HIDDEN, 4, 0.1, 0);
  }

  /** The weights of the guess, [HIDDEN, LETTERS]. */
  public static double[] out() {
    return Generator.doubles(HIDDEN * LETTERS, 5, 0.1, 0);
  }
}

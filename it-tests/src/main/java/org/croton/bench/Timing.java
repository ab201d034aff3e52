package org.croton.bench;

import java.util.Arrays;

/**
 * Microseconds per call: the median and the minimum over samples, and how many calls were timed.
 *
 * <p>A sample is a run of calls of at least 200 microseconds, so that reading the clock does not
 * count.
 */
public record Timing(double medianMicros, double minMicros, long calls) {
  private static final double WARM_UP_SECONDS = 2;
  private static final double SAMPLE_NANOS = 200_000;
  private static final int FEWEST_SAMPLES = 5;
  private static final int MOST_SAMPLES = 5_000;

  /** Warms {@code call} up, then times it for {@code seconds}. */
  public static Timing of(Runnable call, double seconds) {
    long perSample = callsPerSample(call, Math.min(WARM_UP_SECONDS, seconds));
    double[] micros = new double[MOST_SAMPLES];
    int samples = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (samples < FEWEST_SAMPLES || (System.nanoTime() < end && samples < MOST_SAMPLES)) {
      long start = System.nanoTime();
      for (long i = 0; i < perSample; i++) {
        call.run();
      }
      micros[samples++] = (System.nanoTime() - start) / 1e3 / perSample;
    }
    Arrays.sort(micros, 0, samples);
    double median = (micros[(samples - 1) / 2] + micros[samples / 2]) / 2;
    return new Timing(median, micros[0], samples * perSample);
  }

  /**
   * Calls until the compiler has settled; the speed of the second half says how many make a sample.
   */
  private static long callsPerSample(Runnable call, double warmUpSeconds) {
    double perCall = 0;
    for (int half = 0; half < 2; half++) {
      long start = System.nanoTime();
      long calls = 0;
      do {
        call.run();
        calls++;
      } while (System.nanoTime() - start < warmUpSeconds / 2 * 1e9);
      perCall = (System.nanoTime() - start) / (double) calls;
    }
    return Math.max(1, Math.round(SAMPLE_NANOS / perCall));
  }
}

package org.croton.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.croton.it.CommandLine;

/** Wall-clock time of whole processes, from start to exit. */
final class ProcessTime {
  private ProcessTime() {}

  /** What makes a fresh process for each run. */
  interface Start {
    CommandLine next() throws IOException;
  }

  /**
   * Runs processes one after the other, each of which must succeed.
   *
   * @throws IllegalStateException when this thread is interrupted meanwhile
   */
  static Timing of(int runs, Start start) {
    double[] micros = new double[runs];
    try {
      for (int i = 0; i < runs; i++) {
        CommandLine next = start.next();
        long begin = System.nanoTime();
        CommandLine.Finished finished = next.run();
        micros[i] = (System.nanoTime() - begin) / 1e3;
        finished.succeeded();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while timing processes", e);
    }
    Arrays.sort(micros);
    return new Timing((micros[(runs - 1) / 2] + micros[runs / 2]) / 2, micros[0], runs);
  }
}

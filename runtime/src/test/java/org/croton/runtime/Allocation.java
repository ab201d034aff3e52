package org.croton.runtime;

import java.lang.management.ManagementFactory;

/** Measures what code allocates on the Java heap. */
final class Allocation {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TURNS = 20_000;

  private Allocation() {}

  /**
   * Bytes per turn in the steady state; what measuring itself allocates is below one byte a turn.
   */
  static long perTurn(Runnable turn) {
    for (int i = 0; i < TURNS; i++) {
      turn.run();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TURNS; i++) {
      turn.run();
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / TURNS;
  }
}

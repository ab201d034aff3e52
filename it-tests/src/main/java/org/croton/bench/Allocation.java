package org.croton.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a call allocates on the Java heap, by the counter of the thread. */
public final class Allocation {
  private static final int ROUNDS = 5;
  private static final int MOST_CALLS = 1_000;
  private static final double ROUND_MICROS = 100_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /**
   * The bytes per call of {@code call}, which should be warm and of which one takes about {@code
   * micros}: a slow one is called less often. A fraction means that not every call allocates. The
   * least of several rounds: the virtual machine now and then charges a thread for what is not its
   * own (a class that is linked late, say), a call charges it in every round.
   */
  public static double bytesPerCall(Runnable call, double micros) {
    int calls = (int) Math.max(1, Math.min(MOST_CALLS, ROUND_MICROS / micros));
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, bytes(call, calls) - bytes(Allocation::nothing, calls));
    }
    return (double) least / calls;
  }

  private static long bytes(Runnable call, int calls) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < calls; i++) {
      call.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static void nothing() {}
}

package org.croton.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a call allocates on the Java heap, by the counter of the thread. */
public final class Allocation {
  private static final int ROUNDS = 5;
  private static final int CALLS = 1_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /**
   * The bytes per call of {@code call}, which should be warm; a fraction means that not every call
   * allocates. The least of several rounds: the virtual machine now and then charges a thread for
   * what is not its own (a class that is linked late, say), a call charges it in every round.
   */
  public static double bytesPerCall(Runnable call) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, bytes(call) - bytes(Allocation::nothing));
    }
    return (double) least / CALLS;
  }

  private static long bytes(Runnable call) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static void nothing() {}
}

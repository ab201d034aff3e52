package org.croton.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a call allocates on the Java heap, by the counter of the thread. */
public final class Allocation {
  private static final int CALLS = 1_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /**
   * The bytes per call of {@code call}, which should be warm; a fraction means that not every call
   * allocates.
   */
  public static double bytesPerCall(Runnable call) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long counting = THREADS.getCurrentThreadAllocatedBytes() - before;
    long start = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - start - counting;
    return (double) bytes / CALLS;
  }
}

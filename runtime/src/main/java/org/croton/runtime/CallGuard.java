package org.croton.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.croton.ConcurrentUseException;
import org.jspecify.annotations.Nullable;

/**
 * Detects that a thread updates a stateful object while another one is inside a call of it. Calls
 * that only read may run side by side.
 *
 * <p>It waits for nobody and allocates nothing: the second caller gets an exception. The thread
 * inside may enter again; each {@link #enter} that returned needs one {@link #exit}, and so do
 * {@link #enterShared} and {@link #exitShared}.
 */
public final class CallGuard {
  private static final VarHandle HOLDER;
  private static final VarHandle READERS;

  static {
    try {
      HOLDER = MethodHandles.lookup().findVarHandle(CallGuard.class, "holder", Thread.class);
      READERS = MethodHandles.lookup().findVarHandle(CallGuard.class, "readers", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String owner;

  @SuppressWarnings("UnusedVariable") // read and written through HOLDER
  private volatile @Nullable Thread holder;

  @SuppressWarnings("UnusedVariable") // read and written through READERS
  private volatile int readers;

  /** How often the holder entered again; touched by the holder only. */
  private int depth;

  /** A guard for an object of the named class. */
  public CallGuard(String owner) {
    this.owner = owner;
  }

  /**
   * Begins a call that updates.
   *
   * @throws ConcurrentUseException if another thread is inside a call, naming the threads
   */
  public void enter() {
    Thread current = Thread.currentThread();
    Thread witness = (Thread) HOLDER.compareAndExchange(this, (Thread) null, current);
    if (witness == null) {
      if ((int) READERS.getVolatile(this) != 0) {
        HOLDER.setRelease(this, (Thread) null);
        throw conflict("another thread", current);
      }
      return;
    }
    if (witness != current) {
      throw conflict(quoted(witness), current);
    }
    depth++;
  }

  /** Ends a call that {@link #enter} began. */
  public void exit() {
    if (depth > 0) {
      depth--;
    } else {
      HOLDER.setRelease(this, (Thread) null);
    }
  }

  /**
   * Begins a call that reads.
   *
   * @throws ConcurrentUseException if another thread is inside a call that updates, naming both
   */
  public void enterShared() {
    READERS.getAndAdd(this, 1);
    Thread current = Thread.currentThread();
    Thread updating = (Thread) HOLDER.getVolatile(this);
    if (updating != null && updating != current) {
      READERS.getAndAdd(this, -1);
      throw conflict(quoted(updating), current);
    }
  }

  /** Ends a call that {@link #enterShared} began. */
  public void exitShared() {
    READERS.getAndAdd(this, -1);
  }

  private static String quoted(Thread thread) {
    return "thread \"" + thread.getName() + "\"";
  }

  private ConcurrentUseException conflict(String inside, Thread outside) {
    return new ConcurrentUseException(
        "one "
            + owner
            + " was called by "
            + quoted(outside)
            + " while "
            + inside
            + " is inside a call; give each thread its own object, or lock around the calls");
  }
}

package org.croton.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.croton.ConcurrentUseException;
import org.jspecify.annotations.Nullable;

/**
 * Detects that two threads call one stateful object at the same time.
 *
 * <p>It waits for nobody and allocates nothing: the second caller gets an exception. The thread
 * inside may enter again; each {@link #enter} that returned needs one {@link #exit}.
 */
public final class CallGuard {
  private static final VarHandle HOLDER;

  static {
    try {
      HOLDER = MethodHandles.lookup().findVarHandle(CallGuard.class, "holder", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String owner;

  @SuppressWarnings("UnusedVariable") // read and written through HOLDER
  private volatile @Nullable Thread holder;

  /** How often the holder entered again; touched by the holder only. */
  private int depth;

  /** A guard for an object of the named class. */
  public CallGuard(String owner) {
    this.owner = owner;
  }

  /**
   * Begins a call.
   *
   * @throws ConcurrentUseException if another thread is inside one, naming both threads
   */
  public void enter() {
    Thread current = Thread.currentThread();
    Thread witness = (Thread) HOLDER.compareAndExchange(this, (Thread) null, current);
    if (witness == null) {
      return;
    }
    if (witness != current) {
      throw conflict(witness, current);
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

  private ConcurrentUseException conflict(Thread inside, Thread outside) {
    return new ConcurrentUseException(
        "one "
            + owner
            + " was called by thread \""
            + outside.getName()
            + "\" while thread \""
            + inside.getName()
            + "\" is inside a call; give each thread its own object, or lock around the calls");
  }
}

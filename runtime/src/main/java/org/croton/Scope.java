package org.croton;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Closes the tensors that its thread creates while it is open, results of compiled methods
 * included.
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *   Tensor loss = model.train(x, y).loss();
 *   best = scope.keep(model.predict(x));
 * }
 * }</pre>
 *
 * <p>Scopes nest; a tensor belongs to the innermost. Tensors passed to {@link #keep} and the state
 * that compiled objects hold are left alone. A scope is closed by the thread that opened it,
 * innermost first.
 */
public final class Scope implements AutoCloseable {
  private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

  /** Lets a process without scopes create tensors without a look at the thread. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final @Nullable Scope outer;
  private final Thread thread;
  private final List<Tensor> tensors = new ArrayList<>();
  private boolean closed;

  private Scope(@Nullable Scope outer) {
    this.outer = outer;
    this.thread = Thread.currentThread();
  }

  /** Opens a scope inside the thread's current one, if any. */
  public static Scope open() {
    Scope scope = new Scope(CURRENT.get());
    CURRENT.set(scope);
    OPEN.incrementAndGet();
    return scope;
  }

  /**
   * Takes a tensor out of the scope, so that it lives on; returns it. A tensor that this scope
   * would not close is returned as it is.
   */
  public Tensor keep(Tensor tensor) {
    if (tensor.scope() == this) {
      tensor.leaveScope();
    }
    return tensor;
  }

  /**
   * Closes the scope's tensors; doing so twice is fine.
   *
   * @throws IllegalStateException if another thread opened it, or an inner scope is still open
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (thread != Thread.currentThread() || CURRENT.get() != this) {
      throw new IllegalStateException(
          "a scope is closed by the thread that opened it, after the scopes inside it");
    }
    closed = true;
    OPEN.decrementAndGet();
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
    for (Tensor tensor : tensors) {
      if (tensor.scope() == this) {
        tensor.close();
      }
    }
    tensors.clear();
  }

  /** The scope that a tensor made now belongs to, noted there; null if none is open. */
  static @Nullable Scope enter(Tensor tensor) {
    if (OPEN.get() == 0) {
      return null;
    }
    Scope scope = CURRENT.get();
    if (scope != null) {
      scope.tensors.add(tensor);
    }
    return scope;
  }
}

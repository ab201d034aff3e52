package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.croton.ConcurrentUseException;
import org.junit.jupiter.api.Test;

class CallGuardTest {
  private final CallGuard guard = new CallGuard("CompiledModel");

  private Throwable enterFromAnotherThread() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              guard.enter();
              guard.exit();
            },
            "second");
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    return failure.get();
  }

  @Test
  void namesBothThreads() throws InterruptedException {
    guard.enter();
    String inside = Thread.currentThread().getName();
    assertThat(enterFromAnotherThread())
        .isInstanceOf(ConcurrentUseException.class)
        .hasMessageStartingWith(
            "one CompiledModel was called by thread \"second\" while thread \""
                + inside
                + "\" is inside a call");
    guard.exit();
    assertThat(enterFromAnotherThread()).isNull();
  }

  @Test
  void readersMayRunBesideEachOtherButNotBesideAnUpdate() throws InterruptedException {
    guard.enterShared();
    guard.enterShared();
    guard.exitShared();
    assertThat(enterFromAnotherThread())
        .isInstanceOf(ConcurrentUseException.class)
        .hasMessageContaining("thread \"second\" while another thread is inside a call");
    guard.exitShared();
    assertThat(enterFromAnotherThread()).isNull();
  }

  @Test
  void anUpdateKeepsReadersOut() throws InterruptedException {
    guard.enter();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread reader = new Thread(guard::enterShared, "reader");
    reader.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    reader.start();
    reader.join();
    assertThat(failure.get())
        .isInstanceOf(ConcurrentUseException.class)
        .hasMessageContaining("thread \"reader\" while thread \"");
    guard.exit();
    assertThat(enterFromAnotherThread()).isNull();
  }

  @Test
  void theSameThreadMayEnterAgain() throws InterruptedException {
    guard.enter();
    guard.enter();
    guard.exit();
    assertThat(enterFromAnotherThread()).isInstanceOf(ConcurrentUseException.class);
    guard.exit();
    assertThat(enterFromAnotherThread()).isNull();
  }

  @Test
  void allocatesNothing() {
    long bytes =
        Allocation.perTurn(
            () -> {
              guard.enter();
              guard.exit();
            });
    assertThat(bytes).isZero();
  }

  @Test
  void onlyOneIsInside() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  try {
                    guard.enter();
                  } catch (ConcurrentUseException e) {
                    continue;
                  }
                  if (inside.incrementAndGet() != 1) {
                    wrong.incrementAndGet();
                  }
                  inside.decrementAndGet();
                  guard.exit();
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(wrong).hasValue(0);
  }
}

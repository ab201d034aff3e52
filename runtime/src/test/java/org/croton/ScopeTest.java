package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.croton.runtime.StateOwnership;
import org.croton.runtime.TensorAccess;
import org.junit.jupiter.api.Test;

class ScopeTest {
  @Test
  void closesWhatWasMadeInside() {
    Tensor before = Tensor.of(1.0);
    Tensor inside;
    Tensor kept;
    try (Scope scope = Scope.open()) {
      inside = Tensor.of(2.0).copy();
      kept = scope.keep(Tensor.of(3.0));
      assertThat(scope.keep(before)).isSameAs(before);
    }
    assertThat(inside.isClosed()).isTrue();
    assertThat(before.isClosed()).isFalse();
    assertThat(kept.item()).isEqualTo(3);
    assertThat(Tensor.of(1.0).isClosed()).isFalse();
  }

  @Test
  void theInnermostScopeOwns() {
    Tensor inner;
    Tensor outer;
    try (Scope a = Scope.open()) {
      try (Scope b = Scope.open()) {
        inner = a.keep(Tensor.of(1.0));
        assertThat(a).isNotSameAs(b);
      }
      assertThat(inner.isClosed()).isTrue();
      outer = Tensor.of(1.0);
    }
    assertThat(outer.isClosed()).isTrue();
  }

  @Test
  void stateSurvives() {
    Object model = new Object();
    Tensor state;
    Tensor claimed;
    try (Scope scope = Scope.open()) {
      Tensor given = scope.keep(Tensor.of(1.0));
      state = StateOwnership.own(model, 0, given);
      claimed = StateOwnership.claim(model, 1, Tensor.of(2.0));
    }
    assertThat(state.item()).isEqualTo(1);
    assertThat(claimed.item()).isEqualTo(2);
  }

  @Test
  void otherThreadsAreNotConcerned() throws InterruptedException {
    AtomicReference<Tensor> other = new AtomicReference<>();
    try (Scope scope = Scope.open()) {
      Thread thread = new Thread(() -> other.set(TensorAccess.uninitialized(DType.F32, 2)));
      thread.start();
      thread.join();
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread closing = new Thread(scope::close);
      closing.setUncaughtExceptionHandler((t, e) -> failure.set(e));
      closing.start();
      closing.join();
      assertThat(failure.get()).isInstanceOf(IllegalStateException.class);
    }
    assertThat(other.get().isClosed()).isFalse();
  }

  @Test
  void scopesCloseInnermostFirst() {
    Scope outer = Scope.open();
    Scope inner = Scope.open();
    assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class);
    inner.close();
    outer.close();
    outer.close();
  }
}

package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.croton.ClosedTensorException;
import org.croton.DType;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;

class StateOwnershipTest {
  private final Object model = new Object();

  @Test
  void theFirstUpdateOfAForeignTensorCopies() {
    Tensor given = Tensor.of(1.0, 2);
    Tensor own = StateOwnership.own(model, 0, given);
    assertThat(own).isNotSameAs(given);
    assertThat(own.toDoubles()).containsExactly(1, 2);
    assertThat(StateOwnership.own(model, 0, own)).isSameAs(own);
    assertThat(StateOwnership.overwrite(model, 0, own)).isSameAs(own);
  }

  @Test
  void anotherFieldOrObjectIsForeign() {
    Tensor own = StateOwnership.overwrite(model, 0, Tensor.zeros(DType.F32, 2, 3));
    assertThat(own.shape()).containsExactly(2, 3);
    assertThat(StateOwnership.owns(model, 1, own)).isFalse();
    assertThat(StateOwnership.owns(new Object(), 0, own)).isFalse();
    assertThat(StateOwnership.own(model, 1, own)).isNotSameAs(own);
    assertThatThrownBy(() -> StateOwnership.claim(model, 1, own))
        .isInstanceOf(IllegalStateException.class);
    StateOwnership.release(own);
    assertThat(StateOwnership.owns(model, 0, own)).isFalse();
    assertThat(StateOwnership.claim(model, 1, own)).isSameAs(own);
  }

  @Test
  void aClosedTensorIsNoState() {
    Tensor closed = Tensor.of(1.0);
    closed.close();
    assertThatThrownBy(() -> StateOwnership.own(model, 0, closed))
        .isInstanceOf(ClosedTensorException.class);
    assertThatThrownBy(() -> StateOwnership.overwrite(model, 0, closed))
        .isInstanceOf(ClosedTensorException.class);
  }

  @Test
  void askingAllocatesNothing() {
    Tensor own = StateOwnership.claim(model, 0, Tensor.of(1.0));
    assertThat(
            Allocation.perTurn(
                () -> {
                  if (StateOwnership.own(model, 0, own) != own) {
                    throw new AssertionError();
                  }
                }))
        .isZero();
  }
}

package org.croton.processor.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.croton.CrotonException;
import org.croton.Tensor;
import org.croton.runtime.TensorAccess;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final PlainEvaluator evaluator = new PlainEvaluator(new History(8, 1L << 30));

  private Tensor call(String name, Object... args) {
    return (Tensor) evaluator.call(name, args);
  }

  private Tensor step(Tensor x) {
    return call("mul", x, 1.5);
  }

  @Test
  void aGradientAcrossWhatIsForgottenIsRefused() {
    Tensor x = Tensor.scalar(1.0);
    Tensor y = x;
    for (int i = 0; i < 12; i++) {
      y = step(y);
    }
    Tensor late = y;
    assertThatThrownBy(() -> call("grad", late, x))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("too long ago")
        .hasMessageContaining("8 operations");
  }

  @Test
  void aGradientWithinTheHistoryIsFound() {
    Tensor y = Tensor.scalar(1.0);
    for (int i = 0; i < 30; i++) {
      y = step(y);
    }
    Tensor start = y;
    Tensor end = step(step(start));
    assertThat(call("grad", end, start).item()).isEqualTo(2.25);
  }

  @Test
  void whatIsOlderThanTheVariableCannotDependOnIt() {
    Tensor state = Tensor.scalar(1.0);
    for (int i = 0; i < 30; i++) {
      state = step(state);
    }
    Tensor x = step(Tensor.scalar(2.0));
    Tensor cost = call("mul", x, state);
    assertThat(call("grad", cost, x).item()).isEqualTo(state.item());
  }

  @Test
  void forgottenValuesHoldOnToNothing() {
    Tensor first = step(Tensor.scalar(1.0));
    Tensor y = first;
    for (int i = 0; i < 8; i++) {
      y = step(y);
    }
    Lineage lineage = (Lineage) TensorAccess.lineage(first);
    assertThat(lineage).isNotNull();
    assertThat(lineage.isForgotten()).isTrue();
    assertThat(lineage.origin()).isNull();
  }

  @Test
  void bytesAreBoundedToo() {
    PlainEvaluator narrow = new PlainEvaluator(new History(1 << 20, 100_000));
    Tensor big = Tensor.zeros(org.croton.DType.F64, 5_000);
    Tensor first = (Tensor) narrow.call("exp", new Object[] {big});
    Tensor second = first;
    for (int i = 0; i < 3; i++) {
      second = (Tensor) narrow.call("exp", new Object[] {second});
    }
    assertThat(((Lineage) TensorAccess.lineage(first)).isForgotten()).isTrue();
    assertThat(((Lineage) TensorAccess.lineage(second)).isForgotten()).isFalse();
  }
}

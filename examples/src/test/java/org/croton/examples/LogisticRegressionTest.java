package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.croton.Tensor;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  @Test
  void theNaiveCostIsRightWhereItsTextOverflows() {
    CompiledLogisticRegression model = new CompiledLogisticRegression(1);
    model.w = Tensor.of(1f);
    Tensor x = Tensor.of(new float[][] {{1e4f}, {-1e4f}, {1e4f}, {-1e4f}});
    LogisticRegression.Step step = model.train(x, Tensor.of(0f, 0f, 1f, 1f));
    assertThat(step.loss().toFloats()).containsExactly(1e4f, 0f, 0f, 1e4f);
    assertThat(step.prediction().toBooleans()).containsExactly(true, false, true, false);
    assertThat(model.w.toFloats()[0]).isFinite();
    assertThat(model.b.item()).isFinite();
  }
}

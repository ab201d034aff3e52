package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.croton.Tensor;
import org.junit.jupiter.api.Test;

/** The small examples give what their formulas say, as native code and as plain Java. */
class SmallExamplesTest {
  private static final double[] A = {-1.5, 0, 0.25, 2};
  private static final double[] B = {3, -0.5, 1, 0.125};

  @Test
  void powers() {
    try (Tensor a = Tensor.of(A);
        Tensor power = CompiledPowers.power(a);
        Tensor plain = Powers.power(a)) {
      CompiledPowers.TotalGradient total = CompiledPowers.totalGradient(a);
      for (int i = 0; i < A.length; i++) {
        double expected = A[i] + Math.pow(A[i], 10);
        assertThat(power.toDoubles()[i]).isCloseTo(expected, within(1e-12 * (1 + expected)));
        assertThat(plain.toDoubles()[i]).isCloseTo(expected, within(1e-12 * (1 + expected)));
        double slope = 1 + 10 * Math.pow(A[i], 9);
        assertThat(total.a().toDoubles()[i]).isCloseTo(slope, within(1e-12 * Math.abs(slope)));
      }
    }
  }

  @Test
  void squares() {
    try (Tensor a = Tensor.of(A);
        Tensor b = Tensor.of(B);
        Tensor square = CompiledSquares.square(a, b)) {
      CompiledSquares.TotalGradient total = CompiledSquares.totalGradient(a, b);
      for (int i = 0; i < A.length; i++) {
        double sum = A[i] + B[i];
        assertThat(square.toDoubles()[i]).isCloseTo(sum * sum, within(1e-12));
        assertThat(total.a().toDoubles()[i]).isCloseTo(2 * sum, within(1e-12));
        assertThat(total.b().toDoubles()[i]).isCloseTo(2 * sum, within(1e-12));
      }
    }
  }

  @Test
  void logistic() {
    float[][] values = {{-1000, -1, 0}, {0.5f, 20, 1000}};
    try (Tensor x = Tensor.of(values);
        Tensor y = CompiledLogistic.logistic(x);
        Tensor slope = CompiledLogistic.slope(x)) {
      for (int i = 0; i < 6; i++) {
        double expected = 1 / (1 + Math.exp(-values[i / 3][i % 3]));
        assertThat(y.toFloats()[i]).isCloseTo((float) expected, within(1e-6f));
        double rise = expected * (1 - expected);
        assertThat(slope.toFloats()[i]).isCloseTo((float) rise, within(1e-6f));
      }
    }
  }
}

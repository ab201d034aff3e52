package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final int MANY = 200_000;

  private static double[] sample(Distribution distribution, long seed) {
    return Tensor.random(DType.F64, distribution, seed, MANY).toDoubles();
  }

  @Test
  void uniformNumbersFillTheirRange() {
    double[] x = sample(Distribution.uniform(-1, 3), 1);
    assertThat(Arrays.stream(x).min().orElseThrow()).isBetween(-1.0, -0.99);
    assertThat(Arrays.stream(x).max().orElseThrow()).isBetween(2.99, Math.nextDown(3.0));
    assertThat(Arrays.stream(x).average().orElseThrow()).isCloseTo(1, within(0.02));
  }

  @Test
  void normalNumbersHaveTheirMoments() {
    double[] x = sample(Distribution.normal(2, 3), 1);
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    long within = Arrays.stream(x).filter(v -> Math.abs(v - 2) < 3).count();
    assertThat(mean).isCloseTo(2, within(0.03));
    assertThat(Math.sqrt(variance)).isCloseTo(3, within(0.03));
    assertThat(within / (double) MANY).isCloseTo(0.6827, within(0.005));
  }

  @Test
  void theSeedDecides() {
    Distribution uniform = Distribution.uniform(0, 1);
    assertThat(sample(uniform, 5)).containsExactly(sample(uniform, 5));
    assertThat(sample(uniform, 5)[0]).isNotEqualTo(sample(uniform, 6)[0]);
    assertThatThrownBy(() -> Tensor.random(DType.I32, uniform, 1, 2))
        .isInstanceOf(DTypeException.class);
  }

  @Test
  void refusesParametersThatMakeNoSense() {
    assertThatThrownBy(() -> Distribution.uniform(1, 0)).isInstanceOf(CrotonException.class);
    assertThatThrownBy(() -> Distribution.normal(0, -1)).isInstanceOf(CrotonException.class);
    assertThatThrownBy(() -> Distribution.normal(Double.NaN, 1))
        .isInstanceOf(CrotonException.class);
  }
}

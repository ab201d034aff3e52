package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The expected figures were printed by a NumPy program with the same hash. */
class GeneratorTest {
  @Test
  void valuesAreThoseOfOtherLanguages() {
    assertThat(Generator.doubles(5, 1, 1, 0))
        .containsExactly(
            0.536160035058856,
            -0.9817597614601254,
            -0.5082345036789775,
            0.2436606278643012,
            0.2627480640076101);
    assertThat(Generator.doubles(3, 3, 0.1, 0))
        .containsExactly(0.06394137660972775, 0.09634222113527358, 0.07347210971638561);
  }

  @Test
  void floatsAreScaledInDoubleAndThenRounded() {
    assertThat(Generator.floats(2, 3, 0.1, 0.5))
        .containsExactly((float) (0.5 + 0.06394137660972775), (float) (0.5 + 0.09634222113527358));
  }

  @Test
  void labelsAreThoseOfOtherLanguages() {
    assertThat(Generator.labels(12, 2, 10)).containsExactly(1, 6, 9, 6, 8, 7, 1, 4, 0, 0, 4, 2);
    assertThat(Generator.labels(12, 2, 2)).containsExactly(1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0);
  }

  @Test
  void valuesFillTheInterval() {
    double[] values = Generator.doubles(100_000, 7, 1, 0);
    double sum = 0;
    for (double value : values) {
      assertThat(value).isBetween(-1.0, Math.nextDown(1.0));
      sum += value;
    }
    assertThat(sum / values.length).isCloseTo(0, within(0.01));
  }

  @Test
  void cutsRows() {
    assertThat(Generator.rows(new float[] {1, 2, 3, 4, 5, 6}, 3))
        .isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
  }
}

package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewtonTest {
  @ParameterizedTest
  @CsvSource({"0.5, 0.3", "1, 0.5", "2.5, 0.8", "3, 0"})
  void solvesTheEquation(double mean, double eccentricity) {
    double angle = CompiledNewton.angle(mean, eccentricity);
    assertThat(angle - eccentricity * Math.sin(angle)).isCloseTo(mean, within(1e-12));
    assertThat(Newton.angle(mean, eccentricity)).isCloseTo(angle, within(1e-8));
  }
}

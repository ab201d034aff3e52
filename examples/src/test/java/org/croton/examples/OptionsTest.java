package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.croton.DType;
import org.croton.Distribution;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;

/** Prices and Greeks are what the literature says. */
class OptionsTest {
  @Test
  void theGreeksOfACallAreTheKnownFormulas() {
    var greeks = CompiledBlackScholes.callGradient(100, 105, 0.03, 0.25, 2);
    double root = Math.sqrt(2);
    double d1 = (Math.log(100 / 105.0) + (0.03 + 0.03125) * 2) / (0.25 * root);
    double d2 = d1 - 0.25 * root;
    double density = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
    double paid = 105 * Math.exp(-0.06) * BlackScholes.normal(d2);
    assertThat(greeks.value()).isCloseTo(100 * BlackScholes.normal(d1) - paid, within(1e-11));
    assertThat(greeks.spot()).isCloseTo(BlackScholes.normal(d1), within(1e-12));
    assertThat(greeks.volatility()).isCloseTo(100 * density * root, within(1e-10));
    assertThat(greeks.rate()).isCloseTo(2 * paid, within(1e-10));
    double theta = 100 * density * 0.25 / (2 * root) + 0.03 * paid;
    assertThat(greeks.years()).isCloseTo(theta, within(1e-10));
    assertThat(CompiledBlackScholes.gamma(100, 105, 0.03, 0.25, 2))
        .isCloseTo(density / (100 * 0.25 * root), within(1e-12));
  }

  @Test
  void theNormalDistributionIsThatOfTables() {
    assertThat(BlackScholes.normal(0)).isEqualTo(0.5);
    assertThat(BlackScholes.normal(1)).isCloseTo(0.8413447460685429, within(1e-15));
    assertThat(BlackScholes.normal(-2)).isCloseTo(0.02275013194817921, within(1e-15));
  }

  @Test
  void simulationAndFormulaOfABarrierOptionAgree() {
    try (Tensor numbers = Tensor.random(DType.F64, Distribution.normal(0, 1), 1, 20_000, 20)) {
      double[][] normal = numbers.toDoubles2();
      var found = CompiledBarrierOption.priceGradient(100, 105, 85, 0.03, 0.25, 1, normal);
      var exact = CompiledBlackScholes.downAndOutGradient(100, 105, 85, 0.03, 0.25, 1);
      // Four standard errors, as this many paths have them.
      assertThat(found.value()).isCloseTo(exact.value(), within(0.4));
      assertThat(found.spot()).isCloseTo(exact.spot(), within(0.03));
      assertThat(found.volatility()).isCloseTo(exact.volatility(), within(3.0));
      assertThat(found.rate()).isCloseTo(exact.rate(), within(1.5));
      assertThat(found.years()).isCloseTo(exact.years(), within(0.4));
    }
  }
}

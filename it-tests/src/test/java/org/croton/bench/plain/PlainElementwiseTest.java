package org.croton.bench.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.croton.bench.Checksums;
import org.croton.bench.Elementwise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainElementwiseTest {
  @ParameterizedTest
  @EnumSource
  void computesWhatThePeersCompute(Elementwise formula) {
    PlainElementwise subject = new PlainElementwise(formula, 1_000);
    subject.call();
    assertThat(subject.checksum())
        .isCloseTo(Checksums.ofThousand(formula), withinPercentage(1e-10));
  }
}

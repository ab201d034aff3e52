package org.croton.bench.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.croton.DType;
import org.croton.bench.Allocation;
import org.croton.bench.Checksums;
import org.croton.bench.Elementwise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompiledFormulaTest {
  @ParameterizedTest
  @EnumSource
  void computesWhatThePeersCompute(Elementwise formula) {
    check(new CompiledFormula(formula, DType.F32, 1_000), formula, 1e-4);
    check(new CompiledFormula(formula, DType.F64, 1_000), formula, 1e-10);
  }

  @ParameterizedTest
  @EnumSource
  void aCallIntoAGivenTensorAllocatesNothing(Elementwise formula) {
    CompiledFormula subject = new CompiledFormula(formula, DType.F64, 8);
    for (int i = 0; i < 20_000; i++) {
      subject.call();
    }
    assertThat(Allocation.bytesPerCall(subject::call, 1)).isZero();
  }

  private static void check(CompiledFormula subject, Elementwise formula, double percent) {
    subject.call();
    assertThat(subject.checksum())
        .isCloseTo(Checksums.ofThousand(formula), withinPercentage(percent));
  }
}

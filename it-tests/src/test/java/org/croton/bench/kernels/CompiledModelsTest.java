package org.croton.bench.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.croton.bench.Checksums;
import org.croton.bench.Subject;
import org.croton.bench.plain.PlainLorenz;
import org.junit.jupiter.api.Test;

class CompiledModelsTest {
  @Test
  void logregComputesWhatThePeersCompute() {
    Checksums.checkLogreg(CompiledModels.logregF32(), 1e-5);
    Checksums.checkLogreg(CompiledModels.logregF64(), 1e-12);
  }

  @Test
  void mlpComputesWhatThePeersCompute() {
    Checksums.checkMlp(CompiledModels.mlpF32(), 1e-5);
    Checksums.checkMlp(CompiledModels.mlpF64(), 1e-12);
  }

  @Test
  void lstmComputesWhatThePeersCompute() {
    Checksums.checkLstm(CompiledModels.lstmF32(), 1e-5);
    Checksums.checkLstm(CompiledModels.lstmF64(), 1e-12);
  }

  @Test
  void pathsAreThoseOfPlainJava() {
    check(CompiledPaths.path(), new PlainLorenz(true));
    check(CompiledPaths.ends(), new PlainLorenz(false));
  }

  @Test
  void theGradientHasTheHeightAsItsValue() {
    Subject gradient = CompiledPaths.gradient();
    gradient.call();
    Subject height = CompiledPaths.height();
    height.call();
    assertThat(gradient.checksum()).isEqualTo(height.checksum()).isBetween(24.0, 25.0);
  }

  private static void check(Subject compiled, Subject plain) {
    compiled.call();
    plain.call();
    assertThat(compiled.checksum()).isCloseTo(plain.checksum(), withinPercentage(1e-10));
  }
}

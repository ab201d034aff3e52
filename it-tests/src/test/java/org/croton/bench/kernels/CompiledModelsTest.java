package org.croton.bench.kernels;

import org.croton.bench.Checksums;
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
}

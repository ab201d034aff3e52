package org.croton.processor.kernels;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrix products agree with plain loops for all layouts and write nothing else. */
class GemmKernelsTest {
  private static final String BUILDS = "org.croton.processor.kernels.CChecker#builds";
  private static final String SANITIZED = "org.croton.processor.kernels.CChecker#sanitizedBuilds";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(BUILDS)
  void multiply(String compiler, String level) throws IOException, InterruptedException {
    CChecker.of(compiler, level).passes("gemm_check", folder, "300");
  }

  @ParameterizedTest
  @MethodSource(SANITIZED)
  void staysWithinMemoryAndDefinedBehaviour(String compiler, String level)
      throws IOException, InterruptedException {
    CChecker.of(compiler, level).sanitized().passes("gemm_check", folder, "100");
  }
}

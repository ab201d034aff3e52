package org.croton.processor.kernels;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * exp, log, their kin of other bases, expm1, log1p, sigmoid, softplus and tanh keep their bounds.
 */
class ExponentialKernelsTest {
  private static final String BUILDS = "org.croton.processor.kernels.CChecker#builds";
  private static final String SANITIZED = "org.croton.processor.kernels.CChecker#sanitizedBuilds";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(BUILDS)
  void keepTheirBounds(String compiler, String level) throws IOException, InterruptedException {
    CChecker.of(compiler, level).passes("exponential_check", folder, "20000");
  }

  @ParameterizedTest
  @MethodSource(SANITIZED)
  void staysWithinMemoryAndDefinedBehaviour(String compiler, String level)
      throws IOException, InterruptedException {
    CChecker.of(compiler, level).sanitized().passes("exponential_check", folder, "1000");
  }
}

package org.croton.processor.kernels;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums and products take their terms in the documented order, whatever compiler built them. */
class ReduceKernelsTest {
  private static final String BUILDS = "org.croton.processor.kernels.CChecker#builds";
  private static final String SANITIZED = "org.croton.processor.kernels.CChecker#sanitizedBuilds";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(BUILDS)
  void keepsTheOrder(String compiler, String level) throws IOException, InterruptedException {
    CChecker.of(compiler, level).passes("reduce_check", folder, "500");
  }

  @ParameterizedTest
  @MethodSource(SANITIZED)
  void staysWithinMemoryAndDefinedBehaviour(String compiler, String level)
      throws IOException, InterruptedException {
    CChecker.of(compiler, level).sanitized().passes("reduce_check", folder, "50");
  }
}

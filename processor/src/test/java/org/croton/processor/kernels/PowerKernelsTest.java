package org.croton.processor.kernels;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** pow, cbrt and hypot keep their bounds and C's values at the limits. */
class PowerKernelsTest {
  private static final String BUILDS = "org.croton.processor.kernels.CChecker#builds";
  private static final String SANITIZED = "org.croton.processor.kernels.CChecker#sanitizedBuilds";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(BUILDS)
  void keepTheirBounds(String compiler, String level) throws IOException, InterruptedException {
    CChecker.of(compiler, level).passes("power_check", folder, "10000");
  }

  @ParameterizedTest
  @MethodSource(SANITIZED)
  void staysWithinMemoryAndDefinedBehaviour(String compiler, String level)
      throws IOException, InterruptedException {
    CChecker.of(compiler, level).sanitized().passes("power_check", folder, "1000");
  }
}

package org.croton.processor.kernels;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** exp, expm1, log, log1p, sigmoid, softplus and tanh keep their bounds. */
class ElementaryKernelsTest {
  private static final String BUILDS = "org.croton.processor.kernels.CChecker#builds";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(BUILDS)
  void keepTheirBounds(String compiler, String level) throws IOException, InterruptedException {
    CChecker.of(compiler, level).passes("elementary_check", folder, "20000");
  }

  @ParameterizedTest
  @MethodSource(BUILDS)
  void staysWithinMemoryAndDefinedBehaviour(String compiler, String level)
      throws IOException, InterruptedException {
    CChecker.of(compiler, level).sanitized().passes("elementary_check", folder, "1000");
  }
}

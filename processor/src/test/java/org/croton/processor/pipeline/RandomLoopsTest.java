package org.croton.processor.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.croton.processor.testing.RandomPrograms;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs with loops give the same in all ways to run them, and so do their gradients. */
class RandomLoopsTest {
  private static final int AT_ONCE = 50;
  private static final boolean MANY = "true".equals(System.getenv("CI"));

  @TempDir Path folder;

  static List<Integer> batches() {
    List<Integer> batches = new ArrayList<>();
    for (int i = 0; i < (MANY ? 2000 : 100) / AT_ONCE; i++) {
      batches.add(i);
    }
    return batches;
  }

  @ParameterizedTest
  @MethodSource("batches")
  void allWaysToRunAgree(int batch) throws Exception {
    List<LoopRuns.Program> programs = new ArrayList<>();
    long first = (long) batch * AT_ONCE;
    for (long seed = first; seed < first + AT_ONCE; seed++) {
      LoopRuns.Arguments arguments = LoopRuns.Arguments.of(seed);
      programs.add(new LoopRuns.Program("f" + seed, RandomPrograms.body(seed), arguments));
    }
    LoopRuns.assertAllAgree(folder, programs, batch % (MANY ? 7 : 2) == 0);
  }
}

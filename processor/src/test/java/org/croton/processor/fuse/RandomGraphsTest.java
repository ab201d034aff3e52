package org.croton.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.Literal;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.croton.processor.testing.RandomGraphs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs give the same as generated C, fused and not, as by the reference meaning; the C
 * runs under the address and undefined-behaviour sanitizers.
 */
class RandomGraphsTest {
  private static final int PROGRAMS = 30;
  private static final List<String> SANITIZED =
      List.of("-O1", "-march=x86-64-v3", "-fsanitize=address,undefined", "-fno-sanitize-recover");

  @TempDir Path folder;

  /** Every batch where the machine is a build server, one elsewhere: the C compiler is slow. */
  static IntStream batches() {
    return IntStream.range(0, System.getenv("CI") == null ? 1 : 10);
  }

  @ParameterizedTest
  @MethodSource("batches")
  void fusedCodeMeansTheSame(int batch) throws Exception {
    compare(batch, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {10})
  void unfusedCodeMeansTheSame(int batch) throws Exception {
    compare(batch, false);
  }

  private void compare(int batch, boolean fuse) throws Exception {
    List<CompiledGraph> kernels = new ArrayList<>();
    List<List<Literal>> arguments = new ArrayList<>();
    List<Map<String, Integer>> sizes = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      long seed = batch * 1000L + i;
      Graph graph = RandomGraphs.graph(seed, 12 + i);
      kernels.add(CompiledGraph.of("k" + i, graph, fuse));
      sizes.add(RandomGraphs.sizes(seed));
      arguments.add(RandomGraphs.arguments(graph, sizes.get(i), seed));
    }
    List<CProgram.Results> results =
        CProgram.compile(folder, kernels, SANITIZED).run(arguments, sizes);
    for (int i = 0; i < PROGRAMS; i++) {
      Graph graph = kernels.get(i).graph();
      List<Literal> expected = Interpreter.run(graph, arguments.get(i), sizes.get(i));
      String what = "seed " + (batch * 1000L + i) + " " + sizes.get(i) + "\n";
      assertThat(results.get(i).code()).as(what).isZero();
      for (int k = 0; k < expected.size(); k++) {
        String label = what + GraphPrinter.print(graph) + "output " + k;
        assertClose(results.get(i).values().get(k), expected.get(k), label);
      }
    }
  }

  /** Rounding differs by order and by the vector functions; chains of 30 operations amplify it. */
  private static void assertClose(Literal actual, Literal expected, String label) {
    assertThat(actual.shape()).as(label).isEqualTo(expected.shape());
    double tolerance = expected.dtype() == DType.F32 ? 2e-3 : 1e-10;
    for (int i = 0; i < expected.count(); i++) {
      double want = expected.real(i);
      double got = actual.real(i);
      boolean same =
          Double.compare(want, got) == 0
              || Math.abs(want - got) <= tolerance * Math.max(1, Math.abs(want));
      assertThat(same).as(label + "[" + i + "] " + got + " for " + want).isTrue();
    }
  }
}

package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.Literal;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops, and the loops that differentiate them, give as C what they give by their meaning. */
class LoopCodeTest {
  private static final List<String> NAMES = List.of("logreg", "lstm", "lorenz", "gmm");
  private static final List<String> SANITIZED =
      List.of(
          "-O1",
          "-march=x86-64-v3",
          "-fsanitize=address,undefined",
          "-fno-sanitize-recover",
          // Final values that nobody reads are still named.
          "-Wno-unused-variable");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reversePrograms(boolean fuse) throws Exception {
    List<CompiledGraph> kernels = new ArrayList<>();
    List<List<Literal>> arguments = new ArrayList<>();
    List<Map<String, Integer>> sizes = new ArrayList<>();
    for (String name : NAMES) {
      Path text = Path.of("src/test/resources/programs", name + ".reverse.graph");
      Graph graph =
          GraphParser.parse(Files.readString(text), new CatalogVocabulary(), new GraphBuilder());
      kernels.add(CompiledGraph.of(name, graph, fuse));
      sizes.add(sizes(name));
      arguments.add(arguments(graph, sizes(name)));
    }
    List<CProgram.Results> results =
        CProgram.compile(folder, kernels, SANITIZED).run(arguments, sizes);
    for (int i = 0; i < kernels.size(); i++) {
      assertThat(results.get(i).code()).as(NAMES.get(i)).isZero();
      List<Literal> expected =
          Interpreter.run(kernels.get(i).graph(), arguments.get(i), sizes.get(i));
      assertClose(NAMES.get(i), results.get(i).values(), expected);
    }
  }

  private static Map<String, Integer> sizes(String name) {
    switch (name) {
      case "logreg":
        return Map.of("rows", 7, "features", 5);
      case "lstm":
        return Map.of("batch", 3, "in", 4, "hidden", 5);
      case "lorenz":
        return Map.of("steps", 6);
      default:
        return Map.of("n", 4, "k", 3, "d", 2);
    }
  }

  private static List<Literal> arguments(Graph graph, Map<String, Integer> sizes) {
    List<Literal> arguments = new ArrayList<>();
    for (Graph.Input input : graph.inputs()) {
      int[] shape =
          input.value().tensor().shape().dims().stream()
              .mapToInt(dim -> (int) dim.evaluate(sizes::get))
              .toArray();
      double[] elements = new double[Literal.count(shape)];
      double first = arguments.size() + 1;
      Arrays.setAll(elements, i -> 0.6 * Math.sin(first + 1.3 * i));
      arguments.add(Literal.reals(input.value().tensor().dtype(), shape, elements));
    }
    return arguments;
  }

  private static void assertClose(String name, List<Literal> actual, List<Literal> expected) {
    for (int k = 0; k < expected.size(); k++) {
      double tolerance = expected.get(k).dtype() == DType.F32 ? 2e-5 : 1e-12;
      assertThat(actual.get(k).shape()).isEqualTo(expected.get(k).shape());
      for (int i = 0; i < expected.get(k).count(); i++) {
        double want = expected.get(k).real(i);
        assertThat(actual.get(k).real(i))
            .as(name + " output " + k + "[" + i + "]")
            .isCloseTo(want, within(tolerance * Math.max(1, Math.abs(want))));
      }
    }
  }
}

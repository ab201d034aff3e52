package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.CatalogVocabulary;

/** Graphs given as text, rewritten by a pass over loops and run before and after it. */
final class LoopTexts {
  private LoopTexts() {}

  static Graph parse(String text) {
    return GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder());
  }

  /** The text after the pass, which is checked to mean the same at the given sizes. */
  static String rewritten(
      String text, BiFunction<Graph, Spans, Graph> pass, Map<String, Integer> sizes) {
    Graph before = parse(text);
    Graph after = pass.apply(before, new Spans());
    String printed = GraphPrinter.print(after);
    assertThat(GraphVerifier.problems(after)).as(printed).isEmpty();
    List<Literal> arguments = arguments(before, sizes);
    List<Literal> expected = Interpreter.run(before, arguments, sizes);
    List<Literal> actual = Interpreter.run(after, arguments, sizes);
    for (int k = 0; k < expected.size(); k++) {
      assertThat(actual.get(k).type()).isEqualTo(expected.get(k).type());
      for (int i = 0; i < expected.get(k).count(); i++) {
        double want = expected.get(k).real(i);
        assertThat(actual.get(k).real(i))
            .as("output %s[%s] of%n%s", k, i, printed)
            .isCloseTo(want, within(1e-12 * Math.max(1, Math.abs(want))));
      }
    }
    return printed;
  }

  private static List<Literal> arguments(Graph graph, Map<String, Integer> sizes) {
    List<Literal> arguments = new ArrayList<>();
    for (Graph.Input input : graph.inputs()) {
      int[] shape =
          input.value().tensor().shape().dims().stream()
              .mapToInt(dim -> (int) dim.evaluate(sizes::get))
              .toArray();
      int count = Literal.count(shape);
      DType dtype = input.value().tensor().dtype();
      if (dtype.isFloating()) {
        double[] elements = new double[count];
        double first = arguments.size() + 1;
        Arrays.setAll(elements, i -> Math.sin(first + 1.3 * i));
        arguments.add(Literal.reals(dtype, shape, elements));
      } else {
        long[] elements = new long[count];
        Arrays.setAll(elements, i -> (7L * i + 1) % 3);
        arguments.add(Literal.integers(dtype, shape, elements));
      }
    }
    return arguments;
  }

  /** How often an operator is applied, in bodies of loops or outside of them. */
  static long count(String printed, String operator, boolean inBodies) {
    return printed
        .lines()
        .filter(line -> line.contains(" = " + operator + "("))
        .filter(line -> line.startsWith(" ") == inBodies)
        .count();
  }
}

package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Spans;
import org.croton.processor.testing.RandomGraphs;
import org.junit.jupiter.api.Test;

/** Random programs mean the same rewritten as they were written. */
class RandomRewritesTest {
  private static final int PROGRAMS = 400;

  @Test
  void rewrittenGraphsMeanTheSame() {
    int fired = 0;
    for (long seed = 0; seed < PROGRAMS; seed++) {
      Graph graph = RandomGraphs.graph(seed, 10 + (int) (seed % 40));
      Rewriter.Rewritten result =
          Rewriter.standard().rewrite(graph, new Spans(), RewriteOptions.ALL);
      fired += result.trace().firings().size();
      String label =
          "seed "
              + seed
              + "\n"
              + GraphPrinter.print(graph)
              + "=>\n"
              + GraphPrinter.print(result.graph());
      assertThat(GraphVerifier.problems(result.graph())).as(label).isEmpty();
      assertThat(RewriteProof.of(result.trace()).disproofs()).as(label).isEmpty();
      compare(graph, result.graph(), seed, label);
    }
    assertThat(fired).isGreaterThan(PROGRAMS);
  }

  private static void compare(Graph before, Graph after, long seed, String label) {
    Map<String, Integer> sizes = RandomGraphs.sizes(seed);
    List<Literal> arguments = RandomGraphs.arguments(before, sizes, seed);
    List<Literal> expected = Interpreter.run(before, arguments, sizes);
    List<Literal> actual = Interpreter.run(after, arguments, sizes);
    for (int k = 0; k < expected.size(); k++) {
      assertClose(actual.get(k), expected.get(k), label + "output " + k);
    }
  }

  /** Rewrites may turn NaN and infinity finite; chains of operations amplify roundings. */
  private static void assertClose(Literal actual, Literal expected, String label) {
    assertThat(actual.type()).as(label).isEqualTo(expected.type());
    double tolerance = expected.dtype() == DType.F32 ? 2e-3 : 1e-10;
    for (int i = 0; i < expected.count(); i++) {
      double want = expected.real(i);
      if (Double.isFinite(want)) {
        double distance = Math.abs(want - actual.real(i));
        assertThat(distance)
            .as("%s[%d] is %s, was %s", label, i, actual.real(i), want)
            .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(want)));
      }
    }
  }
}

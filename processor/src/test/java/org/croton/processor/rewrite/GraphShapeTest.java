package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.CatalogVocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rewritten graphs look like: the cases of {@code graph-shapes.txt}. */
class GraphShapeTest {
  private record Case(String name, String before, String after) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Cases are a line {@code # name}, a graph, a line {@code =>} and a graph. */
  static Stream<Case> cases() {
    String text;
    try (InputStream in = GraphShapeTest.class.getResourceAsStream("graph-shapes.txt")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Case> cases = new ArrayList<>();
    for (String part : text.split("(?m)^# ", -1)) {
      if (!part.isBlank()) {
        String[] lines = part.split("\n", 2);
        String[] sides = lines[1].split("=>\n", -1);
        cases.add(new Case(lines[0], sides[0], sides[1].stripTrailing() + "\n"));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void becomes(Case c) {
    Graph graph = GraphParser.parse(c.before(), new CatalogVocabulary(), new GraphBuilder());
    Rewriter.Rewritten result = Rewriter.standard().rewrite(graph, new Spans(), RewriteOptions.ALL);
    assertThat(GraphPrinter.print(result.graph())).isEqualTo(c.after());
    assertThat(GraphVerifier.problems(result.graph())).isEmpty();
    assertThat(RewriteProof.of(result.trace()).disproofs()).isEmpty();
  }
}

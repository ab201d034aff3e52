package org.croton.processor.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.ops.control.MergeLoops;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The programs that the design was checked with, and their reverse programs. {@code -Dgolden=write}
 * writes the reverse programs anew.
 */
class FourProgramsTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs");
  private static final Path DECISION = Path.of("../docs/decisions/0001-four-programs.md");

  private static String text(String name) throws IOException {
    return Files.readString(PROGRAMS.resolve(name + ".graph"));
  }

  private static Graph parse(String name, GraphBuilder builder) throws IOException {
    return GraphParser.parse(text(name), new CatalogVocabulary(), builder);
  }

  /** The program and its adjoints; array outputs have their cotangents as further inputs. */
  private static Graph reverse(Graph graph, List<String> wrt) {
    GraphBuilder builder = graph.builder();
    List<Graph.Input> inputs = new ArrayList<>(graph.inputs());
    List<Node> cotangents = new ArrayList<>();
    for (Graph.Output output : graph.outputs()) {
      if (output.value().tensor().isScalar()) {
        cotangents.add(builder.constant(output.value().tensor().dtype(), 1.0));
      } else {
        Parameter given = builder.parameter(0, inputs.size(), output.value().type());
        inputs.add(new Graph.Input("d." + output.name(), given));
        cotangents.add(given);
      }
    }
    List<Graph.Input> variables =
        graph.inputs().stream().filter(input -> wrt.contains(input.name())).toList();
    List<Node> adjoints =
        new ArrayList<>(
            new Differentiator()
                .pullback(
                    graph.outputValues(),
                    cotangents,
                    variables.stream().map(Graph.Input::value).toList()));
    List<Graph.Output> outputs = new ArrayList<>(graph.outputs());
    for (int i = 0; i < adjoints.size(); i++) {
      outputs.add(new Graph.Output("d." + variables.get(i).name(), adjoints.get(i)));
    }
    return MergeLoops.run(new Graph(builder, inputs, outputs), new Spans());
  }

  @ParameterizedTest
  @CsvSource({
    "logreg, this.w this.b",
    "lstm, x h c this.w this.u this.b",
    "lorenz, x y z sigma rho beta dt",
    "gmm, alpha mu s",
  })
  void reverseProgramsAreAsWritten(String name, String wrt) throws IOException {
    Graph graph = parse(name, new GraphBuilder());
    assertThat(GraphPrinter.print(graph)).isEqualTo(text(name));
    Graph reverse = reverse(graph, Arrays.asList(wrt.split(" ")));
    GraphVerifier.check(reverse, "reverse");
    String printed = GraphPrinter.print(reverse);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PROGRAMS.resolve(name + ".reverse.graph"), printed);
    }
    assertThat(printed).isEqualTo(text(name + ".reverse"));
  }

  @ParameterizedTest
  @CsvSource({"logreg", "lstm", "gmm"})
  void theDecisionShowsThem(String name) throws IOException {
    assertThat(Files.readString(DECISION)).contains(text(name)).contains(added(name));
  }

  /** The reverse program from where it differs from the forward program. */
  private static String added(String name) throws IOException {
    List<String> forward = text(name).lines().toList();
    List<String> reverse = text(name + ".reverse").lines().toList();
    int same = 0;
    while (same < forward.size() && forward.get(same).equals(reverse.get(same))) {
      same++;
    }
    return String.join("\n", reverse.subList(same, reverse.size()));
  }

  @Test
  void theReverseOfLorenzIsAsSmallAsByHand() throws IOException {
    Graph reverse =
        reverse(
            parse("lorenz", new GraphBuilder()),
            List.of("x", "y", "z", "sigma", "rho", "beta", "dt"));
    List<Apply> loops =
        reverse.nodes().stream()
            .filter(node -> node instanceof Apply && !((Apply) node).regions().isEmpty())
            .map(Apply.class::cast)
            .toList();
    assertThat(loops).hasSize(2);
    // Three adjoints of the state and four sums; the stored path is the tape.
    assertThat(loops.get(1).attrs()).isEqualTo(new LoopAttrs(7));
    assertThat(GraphPrinter.print(reverse)).doesNotContain("blank");
  }

  @Test
  void theReverseOfLorenzIsRight() throws IOException {
    String text = text("lorenz");
    List<TensorType> types = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      types.add(TensorType.scalar(DType.F64));
    }
    types.add(TensorType.of(DType.F64, Dim.name("steps"), Dim.of(3)));
    double[] at = {1, 1.5, 2, 10, 28, 2.5, 0.01};
    List<Literal> samples = new ArrayList<>();
    for (double value : at) {
      samples.add(Literal.scalar(DType.F64, value));
    }
    samples.add(Literal.reals(DType.F64, new int[] {2, 3}, new double[] {1, -1, 0.5, 0.2, 1, 2}));
    DerivativeCheck.of(
        types,
        samples,
        in -> {
          GraphBuilder builder = in.get(0).builder();
          Graph graph = GraphParser.parse(text, new CatalogVocabulary(), builder);
          return Mul.mul(graph.outputValues().get(0), in.get(7));
        });
  }

  @Test
  void theReverseOfTheMixtureIsRight() throws IOException {
    String text = text("gmm");
    Map<String, int[]> shapes = Map.of("x", new int[] {2, 2}, "alpha", new int[] {3});
    Graph shape = parse("gmm", new GraphBuilder());
    List<TensorType> types = shape.inputs().stream().map(x -> x.value().tensor()).toList();
    List<Literal> samples = new ArrayList<>();
    for (Graph.Input input : shape.inputs()) {
      int[] sizes = shapes.getOrDefault(input.name(), new int[] {3, 2});
      double[] elements = new double[Literal.count(sizes)];
      Arrays.setAll(elements, i -> Math.sin(1.7 * i + samples.size()));
      samples.add(Literal.reals(DType.F64, sizes, elements));
    }
    DerivativeCheck.of(
        types,
        samples,
        in ->
            GraphParser.parse(text, new CatalogVocabulary(), in.get(0).builder())
                .outputValues()
                .get(0));
  }
}

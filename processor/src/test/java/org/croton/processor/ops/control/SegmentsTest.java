package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sin.sin;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Result;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.rewrite.RewriteOptions;
import org.croton.processor.rewrite.Rewriter;
import org.croton.processor.testing.CompiledGraph;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
  private static final TensorType STATE = TensorType.of(DType.F64, Dim.name("n"));

  private final GraphBuilder builder = new GraphBuilder();
  private final Parameter x = builder.parameter(0, 0, STATE);
  private final Parameter r = builder.parameter(0, 1, TensorType.scalar(DType.F64));

  /** {@code x = sin(r * x) + x * t}, which needs x and t on the way back. */
  private Apply counted() {
    LoopDraft draft = new LoopDraft(size(builder, Dim.name("steps")), 1);
    body(draft);
    return (Apply) draft.finish().get(0);
  }

  private Apply conditional() {
    LoopDraft draft = LoopDraft.conditional(builder, 1, new Spans());
    draft.holds(lt(draft.index(), draft.invariant(size(builder, Dim.name("steps")))));
    body(draft);
    return ((Result) draft.finish().get(0)).apply();
  }

  private void body(LoopDraft draft) {
    Parameter state = draft.carry(x);
    Node time = cast(draft.index(), DType.F64);
    Node turned = sin(mul(state, draft.invariant(r)));
    draft.next(state, add(turned, mul(turned, mul(state, mul(time, number(0.01))))));
  }

  private Node number(double value) {
    return builder.constant(DType.F64, value);
  }

  /** The value, and the gradient by both inputs. */
  private Graph graph(Node value) {
    Node cost = sum(mul(value, value), List.of(0));
    List<Node> outputs = new ArrayList<>(List.of(cost));
    outputs.addAll(new Differentiator().pullback(List.of(cost), List.of(number(1)), List.of(x, r)));
    List<Graph.Output> named = new ArrayList<>();
    outputs.forEach(output -> named.add(new Graph.Output("y" + named.size(), output)));
    List<Graph.Input> inputs = List.of(new Graph.Input("x", x), new Graph.Input("r", r));
    return new Graph(builder, inputs, named);
  }

  private static Graph rewritten(Graph graph) {
    Graph made = Rewriter.standard().rewrite(graph, new Spans(), RewriteOptions.ALL).graph();
    assertThat(GraphVerifier.problems(made)).isEmpty();
    return made;
  }

  private static List<Literal> run(Graph graph, int steps) {
    List<Literal> arguments =
        List.of(
            Literal.reals(DType.F64, new int[] {2}, new double[] {0.7, -1.1}),
            Literal.scalar(DType.F64, 1.3));
    return Interpreter.run(graph, arguments, Map.of("n", 2, "steps", steps));
  }

  @ParameterizedTest
  @CsvSource({"0,3", "1,3", "3,3", "4,3", "7,1", "7,7", "7,9", "9,2"})
  void segmentsComputeTheSameBitForBit(int steps, int length) {
    for (Apply loop : List.of(counted(), conditional())) {
      List<Literal> whole = run(rewritten(graph(builder.results(loop).get(0))), steps);
      Node cut = Segments.cut(loop, Dim.of(length), new Spans()).get(0);
      assertThat(run(graph(cut), steps)).isEqualTo(whole);
      assertThat(run(rewritten(graph(cut)), steps)).isEqualTo(whole);
    }
  }

  @Test
  void aHessianGoesThroughSegmentsToo() {
    Node cut = Segments.cut(counted(), Dim.of(3), new Spans()).get(0);
    Node whole = counted();
    List<List<Literal>> second = new ArrayList<>();
    for (Node value : List.of(cut, whole)) {
      Node slope = graph(value).outputValues().get(2);
      List<Node> made =
          new Differentiator().pushforward(List.of(slope), List.of(r), List.of(number(1)));
      second.add(
          run(
              new Graph(
                  builder,
                  List.of(new Graph.Input("x", x), new Graph.Input("r", r)),
                  List.of(new Graph.Output("y", made.get(0)))),
              8));
    }
    assertThat(second.get(0)).isEqualTo(second.get(1));
  }

  @Test
  void theTextFormKeepsTheLengthOfSegments() {
    String text = GraphPrinter.print(graph(Segments.cut(counted(), Dim.of(3), new Spans()).get(0)));
    assertThat(text).contains("{carries=1 segment=3}");
    Graph again = GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder());
    assertThat(GraphPrinter.print(again)).contains("{carries=1 segment=3}");
  }

  /** Tapes hold a state for each step; or one for each segment, and those of one segment. */
  @Test
  void memoryFollowsTheFormula() {
    int n = 80;
    CompiledGraph whole = CompiledGraph.of("whole", rewritten(graph(counted())), true);
    long state = 8L * n;
    assertThat(growth(whole, n, 1000, 2000)).isEqualTo(1000 * state);
    for (int length : List.of(1, 10, 100)) {
      Node cut = Segments.cut(counted(), Dim.of(length), new Spans()).get(0);
      CompiledGraph kernel = CompiledGraph.of("cut", rewritten(graph(cut)), true);
      assertThat(growth(kernel, n, 1000, 2000)).isEqualTo(1000 / length * state);
      assertThat(bytes(kernel, n, 1000) - bytes(whole, n, 0))
          .isBetween((1000 / length + length) * state, (1000 / length + length + 6) * state);
    }
  }

  private static long growth(CompiledGraph kernel, int n, int from, int to) {
    return bytes(kernel, n, to) - bytes(kernel, n, from);
  }

  private static long bytes(CompiledGraph kernel, int n, int steps) {
    return kernel
        .function()
        .workspaceBytes()
        .evaluate(Map.of("n", (long) n, "steps", (long) steps)::get);
  }
}

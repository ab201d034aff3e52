package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Ne.ne;
import static org.croton.processor.ops.indexing.Get.get;

import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.autodiff.GraphRun;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class WhileTest {
  private static final TensorType SCALAR = TensorType.scalar(DType.F64);

  private final GraphBuilder builder = new GraphBuilder();
  private final Node x = builder.parameter(0, 0, SCALAR);

  private static Literal scalar(double value) {
    return Literal.scalar(DType.F64, value);
  }

  private Node number(double value) {
    return builder.constant(DType.F64, value);
  }

  /** {@code while (y < 100) y = y * y + y}: the last y, and how often. */
  private List<Node> growth(Node x) {
    LoopDraft draft = LoopDraft.conditional(builder, 1, new Spans());
    Parameter y = draft.carry(x);
    draft.holds(lt(y, number(100)));
    draft.next(y, add(mul(y, y), y));
    return List.of(draft.finish().get(0), draft.rounds());
  }

  @Test
  void runsAsLongAsTheConditionHolds() {
    assertThat(GraphRun.run(growth(x), Map.of(x, scalar(2))))
        .containsExactly(scalar(1806), Literal.scalar(DType.I64, 3L));
    assertThat(GraphRun.run(growth(x), Map.of(x, scalar(200))))
        .containsExactly(scalar(200), Literal.scalar(DType.I64, 0L));
  }

  @Test
  void aLoopThatCarriesNothingCountsItsRounds() {
    Node keys = builder.parameter(0, 1, TensorType.of(DType.F64, Dim.name("n")));
    LoopDraft draft = LoopDraft.conditional(builder, 1, new Spans());
    draft.holds(ne(get(draft.invariant(keys), List.of(draft.index())), draft.invariant(x)));
    draft.finish();
    Literal values = Literal.reals(DType.F64, new int[] {3}, new double[] {5, 6, 7});
    assertThat(GraphRun.run(List.of(draft.rounds()), Map.of(x, scalar(7), keys, values)))
        .containsExactly(Literal.scalar(DType.I64, 2L));
  }

  @Test
  void tangentsGoRoundWithTheValues() {
    Node y = growth(x).get(0);
    Node tangent =
        new Differentiator().pushforward(List.of(y), List.of(x), List.of(number(1))).get(0);
    // y(2) = 6, 42, 1806; y' = y'(2y + 1)
    assertThat(GraphRun.run(List.of(tangent), Map.of(x, scalar(2))))
        .containsExactly(scalar(5.0 * 13 * 85));
  }

  @Test
  void whatRunsEquallyLongAndSharesValuesIsOneLoop() {
    Node y = growth(x).get(0);
    Node tangent =
        new Differentiator().pushforward(List.of(y), List.of(x), List.of(number(1))).get(0);
    Graph graph =
        new Graph(
            builder,
            List.of(new Graph.Input("x", (Parameter) x)),
            List.of(
                new Graph.Output("y", y),
                new Graph.Output("t", tangent),
                new Graph.Output("n", growth(x).get(1))));
    Graph merged = MergeLoops.run(graph, new Spans());
    assertThat(merged.nodes().stream().filter(n -> n instanceof Apply && ((Apply) n).is(While.OP)))
        .hasSize(1);
    assertThat(GraphRun.run(merged.outputValues(), Map.of(x, scalar(2))))
        .containsExactly(scalar(1806), scalar(5.0 * 13 * 85), Literal.scalar(DType.I64, 3L));
  }
}

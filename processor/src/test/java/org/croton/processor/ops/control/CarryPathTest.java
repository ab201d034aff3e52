package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.movement.Size.size;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.autodiff.DerivativeCheck;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

/** Recurrences whose derivative reads a state before and after the same step. */
class CarryPathTest {
  private static final Dim N = Dim.name("n");
  private static final List<TensorType> TYPES =
      List.of(TensorType.scalar(DType.F64), TensorType.of(DType.F64, N));

  private static final List<Literal> SAMPLES =
      List.of(
          Literal.scalar(DType.F64, 0.8),
          Literal.reals(DType.F64, new int[] {3}, new double[] {0.4, 1.1, -0.6}));

  /** {@code for (t < n) h = tanh(h * w + x[t])}. */
  private static Node recurrence(List<Node> in) {
    LoopDraft loop = new LoopDraft(size(in.get(0).builder(), N), 1);
    Parameter h = loop.carry(in.get(0));
    Node x = get(loop.invariant(in.get(1)), List.of(loop.index()));
    loop.next(h, tanh(add(mul(h, loop.invariant(in.get(0))), x)));
    return loop.finish().get(0);
  }

  /** {@code for (t < n) for (i <= t) s = exp(-s * x[i]) * s}. */
  private static Node nested(List<Node> in) {
    LoopDraft outer = new LoopDraft(size(in.get(0).builder(), N), 1);
    Parameter state = outer.carry(in.get(0));
    Node count = add(outer.index(), state.builder().constant(DType.I64, 1L));
    LoopDraft inner = new LoopDraft(count, 2);
    Parameter s = inner.carry(tanh(state));
    Node x = get(inner.invariant(outer.invariant(in.get(1))), List.of(inner.index()));
    inner.next(s, tanh(mul(exp(mul(s, x)), s)));
    outer.next(state, inner.finish().get(0));
    return outer.finish().get(0);
  }

  @Test
  void derivativesAgreeWithDifferences() {
    DerivativeCheck.of(TYPES, SAMPLES, CarryPathTest::recurrence);
    DerivativeCheck.of(TYPES, SAMPLES, CarryPathTest::nested);
  }

  private static Graph gradient(Function<List<Node>, Node> program) {
    GraphBuilder builder = new GraphBuilder();
    Parameter w = builder.parameter(0, 0, TYPES.get(0));
    Parameter x = builder.parameter(0, 1, TYPES.get(1));
    Node cost = program.apply(List.of(w, x));
    List<Graph.Output> outputs = new ArrayList<>();
    Node one = builder.constant(DType.F64, 1.0);
    for (Node gradient :
        new Differentiator().pullback(List.of(cost), List.of(one), List.of(w, x))) {
      outputs.add(new Graph.Output("g" + outputs.size(), gradient));
    }
    List<Graph.Input> inputs = List.of(new Graph.Input("w", w), new Graph.Input("x", x));
    return MergeLoops.run(new Graph(builder, inputs, outputs), new Spans());
  }

  @Test
  void statesAreKeptOnce() {
    Graph graph = gradient(CarryPathTest::recurrence);
    assertThat(TapeBytes.of(graph)).isEqualTo(N.plus(Dim.ONE).times(Dim.of(8)));
  }

  @Test
  void innerPathsAreEntriesOfOuterOnes() {
    Graph graph = NestTapes.run(gradient(CarryPathTest::nested), new Spans());
    assertThat(GraphPrinter.print(graph))
        .contains("blank() {dtype=f64 shape=[n, n + 1]}")
        .doesNotContain("blank() {dtype=f64 shape=[n + 1]}");
  }
}

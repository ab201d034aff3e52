package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sin.sin;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class MergeLoopsTest {
  private final GraphBuilder builder = new GraphBuilder();
  private final Node x = builder.parameter(0, 0, TensorType.scalar(DType.F64));
  private final Node r = builder.parameter(0, 1, TensorType.scalar(DType.F64));

  private Node recurrence(Node start, Node rate) {
    LoopDraft draft = new LoopDraft(builder.constant(DType.I64, 9L), 1);
    Parameter state = draft.carry(start);
    draft.next(state, sin(mul(state, draft.invariant(rate))));
    return draft.finish().get(0);
  }

  private long loopsAfterMerge(List<Node> outputs) {
    List<Graph.Output> named = new ArrayList<>();
    outputs.forEach(output -> named.add(new Graph.Output("y", output)));
    Graph merged = MergeLoops.run(new Graph(builder, List.of(), named), new Spans());
    return merged.nodes().stream()
        .filter(node -> node instanceof Apply && ((Apply) node).is(Loop.OP))
        .count();
  }

  private Node gradient(Node cost, Node wrt) {
    Node one = builder.constant(DType.F64, 1.0);
    return new Differentiator().pullback(List.of(cost), List.of(one), List.of(wrt)).get(0);
  }

  @Test
  void theAugmentedLoopTakesThePlaceOfTheOriginal() {
    Node cost = recurrence(x, r);
    assertThat(loopsAfterMerge(List.of(cost, gradient(cost, x)))).isEqualTo(2);
  }

  @Test
  void separateGradientsShareTheLoopForward() {
    Node cost = recurrence(x, r);
    assertThat(loopsAfterMerge(List.of(cost, gradient(cost, x), gradient(cost, r)))).isEqualTo(3);
  }

  @Test
  void loopsThatWaitForEachOtherStayApart() {
    Node first = recurrence(x, r);
    assertThat(loopsAfterMerge(List.of(recurrence(first, r)))).isEqualTo(2);
    assertThat(loopsAfterMerge(List.of(first, recurrence(x, first)))).isEqualTo(2);
  }

  @Test
  void loopsThatShareNothingStayApart() {
    assertThat(loopsAfterMerge(List.of(recurrence(x, r), recurrence(add(x, r), r)))).isEqualTo(2);
  }

  @Test
  void theOrderOfOperandsKeepsNothingApart() {
    Node other = turned(x, r);
    assertThat(other).isNotEqualTo(recurrence(x, r));
    assertThat(loopsAfterMerge(List.of(recurrence(x, r), other))).isEqualTo(1);
  }

  /** As {@link #recurrence}, and writes its products the other way around. */
  private Node turned(Node start, Node rate) {
    LoopDraft draft = new LoopDraft(builder.constant(DType.I64, 9L), 1);
    Parameter state = draft.carry(start);
    draft.next(state, sin(mul(draft.invariant(rate), state)));
    return draft.finish().get(0);
  }
}

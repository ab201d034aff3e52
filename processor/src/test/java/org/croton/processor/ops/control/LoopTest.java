package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sin.sin;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.indexing.Accumulate.accumulate;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.autodiff.DerivativeCheck;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.autodiff.GraphRun;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Dim N = Dim.name("n");
  private static final TensorType SCALAR = TensorType.scalar(DType.F64);
  private static final TensorType VECTOR = TensorType.of(DType.F64, N);

  private static Literal scalar(double value) {
    return Literal.scalar(DType.F64, value);
  }

  private static Literal vector(double... values) {
    return Literal.reals(DType.F64, new int[] {values.length}, values);
  }

  private static Node steps(GraphBuilder builder, long count) {
    return builder.constant(DType.I64, count);
  }

  private static Node number(Node like, double value) {
    return like.builder().constant(DType.F64, value);
  }

  /** {@code x = r * x * (1 - x)}, several times. */
  private static Node logistic(Node x, Node r, long count) {
    LoopDraft draft = new LoopDraft(steps(x.builder(), count), 1);
    Parameter value = draft.carry(x);
    Node rate = draft.invariant(r);
    draft.next(value, mul(mul(rate, value), sub(number(x, 1), value)));
    return draft.finish().get(0);
  }

  @Test
  void runsItsBodyForEachIteration() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    Node r = builder.parameter(0, 1, SCALAR);
    List<Literal> found =
        GraphRun.run(List.of(logistic(x, r, 2)), Map.of(x, scalar(0.5), r, scalar(2)));
    assertThat(found).containsExactly(scalar(0.5));
  }

  @Test
  void noIterationLeavesTheInitialValues() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    Node none = logistic(x, number(x, 3), -4);
    assertThat(GraphRun.run(List.of(none), Map.of(x, scalar(0.3)))).containsExactly(scalar(0.3));
  }

  @Test
  void aCarryThatChangesItsTypeIsRefused() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    LoopDraft draft = new LoopDraft(steps(builder, 3), 1);
    Parameter value = draft.carry(x);
    draft.next(value, cast(value, DType.F32));
    assertThatThrownBy(draft::finish)
        .isInstanceOf(TypeMismatch.class)
        .hasMessageContaining("it is f64 in the loop and leaves an iteration as f32");
  }

  @Test
  void aBodyThatReadsFromOutsideIsRefused() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    LoopDraft draft = new LoopDraft(steps(builder, 3), 1);
    Parameter value = draft.carry(x);
    draft.next(value, mul(value, x));
    assertThatThrownBy(draft::finish).hasMessageContaining("from outside");
  }

  @Test
  void whatTheLoopDoesNotChangeIsNoCarry() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    Node y = builder.parameter(0, 1, SCALAR);
    LoopDraft draft = new LoopDraft(steps(builder, 3), 1);
    Parameter moving = draft.carry(x);
    Parameter still = draft.carry(y);
    draft.invariant(mul(x, y));
    draft.next(moving, add(moving, still));
    draft.next(still, still);
    List<Node> finals = draft.finish();
    assertThat(finals.get(1)).isEqualTo(y);
    Apply loop = (Apply) finals.get(0);
    assertThat(loop.attrs()).isEqualTo(new LoopAttrs(1));
    assertThat(loop.arguments()).containsExactly(steps(builder, 3), x, y);
  }

  @Test
  void equalLoopsAreOne() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    assertThat(logistic(x, x, 4)).isEqualTo(logistic(x, x, 4));
  }

  @Test
  void differentiatesAScalarRecurrence() {
    DerivativeCheck.of(
        List.of(SCALAR, SCALAR),
        List.of(scalar(0.4), scalar(2.7)),
        in -> logistic(in.get(0), in.get(1), 5));
  }

  @Test
  void differentiatesALoopOverAnArray() {
    DerivativeCheck.of(
        List.of(VECTOR, SCALAR),
        List.of(vector(0.3, -0.2, 0.9), scalar(0.5)),
        in -> {
          LoopDraft draft = new LoopDraft(size(in.get(0).builder(), N), 1);
          Parameter state = draft.carry(in.get(1));
          Node element = get(draft.invariant(in.get(0)), List.of(draft.index()));
          draft.next(state, tanh(add(mul(state, element), element)));
          return draft.finish().get(0);
        });
  }

  @Test
  void differentiatesAVectorState() {
    DerivativeCheck.of(
        List.of(VECTOR, VECTOR),
        List.of(vector(0.3, -0.2, 0.9), vector(0.5, 1, -2)),
        in -> {
          LoopDraft draft = new LoopDraft(steps(in.get(0).builder(), 4), 1);
          Parameter state = draft.carry(in.get(0));
          Node total = sum(state, List.of(0));
          draft.next(state, tanh(add(mul(state, draft.invariant(in.get(1))), total)));
          return draft.finish().get(0);
        });
  }

  /** {@code path[t] = x; x = f(x)}. */
  private static Node path(Node x, boolean after) {
    GraphBuilder builder = x.builder();
    LoopDraft draft = new LoopDraft(size(builder, N), 1);
    Parameter state = draft.carry(x);
    Parameter path = draft.carry(broadcastTo(number(x, 0), Shape.of(N)));
    Node next = add(sin(mul(state, state)), state);
    draft.next(state, next);
    draft.next(path, set(path, List.of(draft.index()), after ? next : state));
    return draft.finish().get(1);
  }

  private static final List<TensorType> SIZED = List.of(SCALAR, VECTOR);
  private static final List<Literal> SIZES = List.of(scalar(0.7), vector(1, 2, 3, 4));

  private static Function<List<Node>, Node> weighted(Function<Node, Node> of) {
    return in -> mul(of.apply(in.get(0)), in.get(1));
  }

  @Test
  void differentiatesAStoredPath() {
    DerivativeCheck.of(SIZED, SIZES, weighted(x -> path(x, false)));
  }

  @Test
  void differentiatesAPathOfNextValues() {
    DerivativeCheck.of(SIZED, SIZES, weighted(x -> path(x, true)));
  }

  @Test
  void aPathOfNextValuesNeedsNoTape() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    Node cotangent = builder.parameter(0, 1, VECTOR);
    Node gradient =
        new Differentiator()
            .pullback(List.of(path(x, true)), List.of(cotangent), List.of(x))
            .get(0);
    List<Apply> loops = loops(gradient);
    assertThat(loops).hasSize(2);
    Apply reverse = loops.get(1);
    assertThat(reverse.attrs()).isEqualTo(new LoopAttrs(1));
    assertThat(reverse.arguments()).contains(cotangent);
  }

  private static List<Apply> loops(Node value) {
    return Graph.reachable(List.of(value)).stream()
        .filter(node -> node instanceof Apply && ((Apply) node).is(Loop.OP))
        .map(Apply.class::cast)
        .toList();
  }

  @Test
  void differentiatesReadsOfEarlierSlots() {
    DerivativeCheck.of(
        List.of(SCALAR, VECTOR),
        List.of(scalar(0.7), vector(0.1, 0.2, 0.3, 0.4)),
        in -> {
          GraphBuilder builder = in.get(0).builder();
          Node last = builder.constant(DType.I64, 1L);
          LoopDraft draft = new LoopDraft(sub(size(builder, N), last), 1);
          Node first = builder.constant(DType.I64, 0L);
          Parameter values =
              draft.carry(
                  set(broadcastTo(number(in.get(0), 0), Shape.of(N)), List.of(first), in.get(0)));
          Node before = get(values, List.of(draft.index()));
          Node at = add(draft.index(), last);
          Node input = get(draft.invariant(in.get(1)), List.of(at));
          draft.next(values, set(values, List.of(at), sin(add(mul(before, before), input))));
          return draft.finish().get(0);
        });
  }

  @Test
  void differentiatesWritesOverWhatWasReadBefore() {
    DerivativeCheck.of(
        List.of(VECTOR),
        List.of(vector(0.5, 0.2, -0.3, 0.4)),
        in -> {
          LoopDraft draft = new LoopDraft(size(in.get(0).builder(), N), 1);
          Parameter values = draft.carry(in.get(0));
          Node slot = get(values, List.of(draft.index()));
          Node first = get(values, List.of(in.get(0).builder().constant(DType.I64, 0L)));
          Node written = set(values, List.of(draft.index()), mul(slot, sin(add(slot, first))));
          draft.next(values, written);
          return draft.finish().get(0);
        });
  }

  @Test
  void differentiatesAccumulation() {
    DerivativeCheck.of(
        List.of(VECTOR, VECTOR),
        List.of(vector(0.5, 0.2, -0.3, 0.4), vector(1, 2, 3, 4)),
        in -> {
          LoopDraft draft = new LoopDraft(size(in.get(0).builder(), N), 1);
          Parameter values = draft.carry(in.get(0));
          Node input = get(draft.invariant(in.get(1)), List.of(draft.index()));
          Node first = in.get(0).builder().constant(DType.I64, 0L);
          Node there = get(values, List.of(first));
          draft.next(values, accumulate(values, List.of(first), mul(input, sin(there))));
          return draft.finish().get(0);
        });
  }

  @Test
  void differentiatesNestedLoops() {
    DerivativeCheck.of(
        List.of(VECTOR, SCALAR),
        List.of(vector(0.5, 0.2, -0.3), scalar(0.8)),
        in -> {
          GraphBuilder builder = in.get(0).builder();
          LoopDraft outer = new LoopDraft(size(builder, N), 1);
          Parameter total = outer.carry(in.get(1));
          LoopDraft inner = new LoopDraft(size(builder, N), 2);
          Parameter state = inner.carry(total);
          Node array = inner.invariant(outer.invariant(in.get(0)));
          Node a = get(array, List.of(inner.index()));
          Node b = get(array, List.of(inner.invariant(outer.index())));
          inner.next(state, tanh(add(mul(state, a), b)));
          outer.next(total, inner.finish().get(0));
          return outer.finish().get(0);
        });
  }

  @Test
  void anInvariantArrayIsAccumulatedIntoInPlace() {
    GraphBuilder builder = new GraphBuilder();
    Node array = builder.parameter(0, 0, VECTOR);
    LoopDraft draft = new LoopDraft(size(builder, N), 1);
    Parameter total = draft.carry(number(array, 0));
    Node element = get(draft.invariant(array), List.of(draft.index()));
    draft.next(total, add(total, mul(element, element)));
    Node gradient =
        new Differentiator()
            .pullback(draft.finish(), List.of(number(array, 1)), List.of(array))
            .get(0);
    Apply reverse = loops(gradient).get(0);
    Region body = reverse.regions().get(0);
    assertThat(loops(gradient)).hasSize(1);
    assertThat(body.results()).hasSize(1);
    assertThat(body.results().get(0).toString()).startsWith("accumulate");
    assertThat(((Apply) body.results().get(0)).argument(0)).isEqualTo(body.parameters().get(1));
  }

  @Test
  void aGradientOfAGradientNeedsAKnownNumberOfIterations() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    Node count = builder.parameter(0, 1, TensorType.scalar(DType.I64));
    LoopDraft draft = new LoopDraft(count, 1);
    Parameter state = draft.carry(x);
    draft.next(state, sin(state));
    Differentiator differentiator = new Differentiator();
    List<Node> gradient =
        new ArrayList<>(differentiator.pullback(draft.finish(), List.of(number(x, 1)), List.of(x)));
    assertThatThrownBy(() -> differentiator.pullback(gradient, List.of(number(x, 1)), List.of(x)))
        .isInstanceOf(TypeMismatch.class)
        .hasMessageContaining("is no size");
  }

  @Test
  void aLinearLoopOfUnknownLengthNeedsNoTape() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.parameter(0, 0, SCALAR);
    Node count = builder.parameter(0, 1, TensorType.scalar(DType.I64));
    LoopDraft draft = new LoopDraft(count, 1);
    Parameter state = draft.carry(x);
    draft.next(state, mul(state, number(x, 3)));
    Node gradient =
        new Differentiator().pullback(draft.finish(), List.of(number(x, 1)), List.of(x)).get(0);
    Map<Node, Literal> inputs = Map.of(x, scalar(1), count, Literal.scalar(DType.I64, 4L));
    assertThat(GraphRun.run(List.of(gradient), inputs)).containsExactly(scalar(81));
  }
}

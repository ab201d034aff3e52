package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sin.sin;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;
import static org.croton.processor.ops.movement.Size.size;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.autodiff.DerivativeCheck;
import org.croton.processor.autodiff.GraphRun;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchTest {
  private static final Dim N = Dim.name("n");
  private static final TensorType SCALAR = TensorType.scalar(DType.F64);
  private static final TensorType VECTOR = TensorType.of(DType.F64, N);

  private final GraphBuilder builder = new GraphBuilder();
  private final Node x = builder.parameter(0, 0, SCALAR);
  private final Node a = builder.parameter(0, 1, VECTOR);

  private static Literal scalar(double value) {
    return Literal.scalar(DType.F64, value);
  }

  private static Literal vector(double... values) {
    return Literal.reals(DType.F64, new int[] {values.length}, values);
  }

  private static Node zero(Node like) {
    return like.builder().constant(DType.I64, 0L);
  }

  private static Node positive(Node x) {
    return gt(x, x.builder().constant(DType.F64, 0.0));
  }

  @Test
  void onlyTheArmThatIsTakenRuns() {
    BranchDraft draft = new BranchDraft(positive(x), 1);
    Node far = builder.constant(DType.I64, 9L);
    Node read = get(draft.input(a), List.of(far));
    Node result = draft.finish(List.of(read), List.of(draft.input(x))).get(0);

    assertThat(GraphRun.run(List.of(result), Map.of(x, scalar(-2), a, vector(1))))
        .containsExactly(scalar(-2));
    assertThatThrownBy(() -> GraphRun.run(List.of(result), Map.of(x, scalar(2), a, vector(1))))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void armsOfDifferentTypesAreRefused() {
    BranchDraft draft = new BranchDraft(positive(x), 1);
    Node value = draft.input(x);
    assertThatThrownBy(() -> draft.finish(List.of(value), List.of(cast(value, DType.F32))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("arms of the same types");
  }

  @Test
  void whatBothArmsLeaveAloneIsNoResult() {
    BranchDraft draft = new BranchDraft(positive(x), 1);
    Node value = draft.input(x);
    Node array = draft.input(a);
    List<Node> results = draft.finish(List.of(array, sin(value)), List.of(array, value));
    assertThat(results.get(0)).isSameAs(a);
    Apply branch = (Apply) results.get(1);
    assertThat(branch.arguments()).containsExactly(positive(x), x);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, -0.7})
  void differentiatesScalars(double at) {
    check(
        at,
        in -> {
          BranchDraft draft = new BranchDraft(positive(in.get(0)), 1);
          Node x = draft.input(in.get(0));
          Node first = get(draft.input(in.get(1)), List.of(zero(x)));
          return draft.finish(List.of(mul(sin(x), first)), List.of(mul(x, mul(x, first)))).get(0);
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, -0.7})
  void differentiatesWritesInOneArm(double at) {
    check(
        at,
        in -> {
          BranchDraft draft = new BranchDraft(positive(in.get(0)), 1);
          Node x = draft.input(in.get(0));
          Node array = draft.input(in.get(1));
          Node there = get(array, List.of(zero(x)));
          Node written = set(array, List.of(zero(x)), mul(there, mul(there, x)));
          return draft.finish(List.of(written), List.of(array)).get(0);
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, -0.7})
  void differentiatesALoopInAnArm(double at) {
    check(
        at,
        in -> {
          BranchDraft draft = new BranchDraft(positive(in.get(0)), 1);
          Node x = draft.input(in.get(0));
          LoopDraft loop = new LoopDraft(size(x.builder(), N), 2);
          Parameter sum = loop.carry(x);
          Node element = get(loop.invariant(draft.input(in.get(1))), List.of(loop.index()));
          loop.next(sum, add(sin(mul(sum, element)), element));
          return draft.finish(loop.finish(), List.of(mul(x, x))).get(0);
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, -0.7})
  void differentiatesBranchesInALoop(double at) {
    check(
        at,
        in -> {
          LoopDraft loop = new LoopDraft(size(in.get(0).builder(), N), 1);
          Parameter state = loop.carry(in.get(0));
          Node element = get(loop.invariant(in.get(1)), List.of(loop.index()));
          BranchDraft draft = new BranchDraft(positive(state), 2);
          Node s = draft.input(state);
          Node e = draft.input(element);
          Node next = draft.finish(List.of(sin(mul(s, e))), List.of(mul(mul(s, s), e))).get(0);
          loop.next(state, next);
          return loop.finish().get(0);
        });
  }

  private static void check(double at, Function<List<Node>, Node> program) {
    DerivativeCheck.of(
        List.of(SCALAR, VECTOR), List.of(scalar(at), vector(0.5, -0.3, 0.8)), program);
  }
}

package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sin.sin;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Accumulate.accumulate;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.reduction.Sum.sum;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives of loops that overwrite elements of the arrays they carry. */
class UndoTest {
  private static final Dim N = Dim.name("n");
  private static final TensorType VECTOR = TensorType.of(DType.F64, N);
  private static final TensorType MATRIX = TensorType.of(DType.F64, N, N);

  private static final List<Literal> SAMPLES =
      List.of(
          Literal.reals(DType.F64, new int[] {3}, new double[] {0.4, 1.1, -0.6}),
          Literal.reals(
              DType.F64,
              new int[] {3, 3},
              new double[] {1.3, 0.2, -0.4, 0.7, 1.6, 0.1, 0.3, 0.5, 2}));

  private static Node number(Node like, long value) {
    return like.builder().constant(DType.I64, value);
  }

  /** {@code for (t < n) for (i <= t) a[i] = sin(a[i] * a[t]) + b[t][i]}. */
  private static Node triangle(List<Node> in) {
    LoopDraft outer = new LoopDraft(size(in.get(0).builder(), N), 1);
    Parameter array = outer.carry(in.get(0));
    LoopDraft inner = new LoopDraft(add(outer.index(), number(array, 1)), 2);
    Parameter a = inner.carry(array);
    Node t = inner.invariant(outer.index());
    Node b = inner.invariant(outer.invariant(in.get(1)));
    Node product = mul(get(a, List.of(inner.index())), get(a, List.of(t)));
    Node value = add(sin(product), get(b, List.of(t, inner.index())));
    inner.next(a, set(a, List.of(inner.index()), value));
    outer.next(array, inner.finish().get(0));
    return outer.finish().get(0);
  }

  /** {@code for (k < n) { m[k][k] *= v[0]; for (i < n - k) m[i][k] += m[k][k] * m[k][i]; }}. */
  private static Node matrix(List<Node> in) {
    LoopDraft outer = new LoopDraft(size(in.get(0).builder(), N), 1);
    Parameter whole = outer.carry(in.get(1));
    Node first = get(outer.invariant(in.get(0)), List.of(number(whole, 0)));
    Node k = outer.index();
    Node pivot = mul(get(whole, List.of(k, k)), first);
    Node scaled = set(whole, List.of(k, k), pivot);
    LoopDraft inner = new LoopDraft(sub(size(whole.builder(), N), k), 2);
    Parameter m = inner.carry(scaled);
    Node row = inner.invariant(k);
    Node i = inner.index();
    Node product = mul(get(m, List.of(row, row)), get(m, List.of(row, i)));
    inner.next(m, accumulate(m, List.of(i, row), product));
    outer.next(whole, inner.finish().get(0));
    return outer.finish().get(0);
  }

  /** Writes rows, and elements only where they are positive. */
  private static Node rows(List<Node> in) {
    LoopDraft outer = new LoopDraft(size(in.get(0).builder(), N), 1);
    Parameter m = outer.carry(in.get(1));
    Node zero = number(m, 0);
    Node product = mul(sin(get(m, List.of(zero))), get(m, List.of(outer.index())));
    Node changed = add(product, outer.invariant(in.get(0)));
    Node next = set(m, List.of(zero), changed);
    Node corner = get(next, List.of(outer.index(), zero));
    Node positive = gt(corner, m.builder().constant(DType.F64, 0.0));
    outer.next(m, set(next, List.of(outer.index(), zero), mul(corner, corner), positive));
    return outer.finish().get(0);
  }

  private static final List<Function<List<Node>, Node>> PROGRAMS =
      List.of(UndoTest::triangle, UndoTest::matrix, UndoTest::rows);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void derivativesAgreeWithDifferences(int program) {
    DerivativeCheck.of(List.of(VECTOR, MATRIX), SAMPLES, PROGRAMS.get(program));
  }

  private static String gradient(Function<List<Node>, Node> program, List<Integer> axes) {
    GraphBuilder builder = new GraphBuilder();
    Parameter a = builder.parameter(0, 0, VECTOR);
    Parameter b = builder.parameter(0, 1, MATRIX);
    Node cost = sum(program.apply(List.of(a, b)), axes);
    List<Node> wrt = List.of(a, b);
    Node one = builder.constant(DType.F64, 1.0);
    List<Graph.Output> outputs = new ArrayList<>();
    for (Node gradient : new Differentiator().pullback(List.of(cost), List.of(one), wrt)) {
      outputs.add(new Graph.Output("g" + outputs.size(), gradient));
    }
    List<Graph.Input> inputs = List.of(new Graph.Input("a", a), new Graph.Input("b", b));
    return GraphPrinter.print(MergeLoops.run(new Graph(builder, inputs, outputs), new Spans()));
  }

  @Test
  void onlyWhatIsOverwrittenIsSaved() {
    assertThat(gradient(UndoTest::triangle, List.of(0)))
        .contains("blank() {dtype=f64 shape=[n, n]}")
        .doesNotContain("shape=[n, n, n]")
        .doesNotContain("record");
    assertThat(gradient(UndoTest::matrix, List.of(0, 1)))
        .contains("blank() {dtype=f64 shape=[n, n]}")
        .doesNotContain("shape=[n, n, n]")
        .doesNotContain("record");
  }

  @Test
  void forwardLoopsRunOnce() {
    String text = gradient(UndoTest::triangle, List.of(0));
    assertThat(text.split("= loop\\(", -1)).as(text).hasSize(1 + 4);
  }
}

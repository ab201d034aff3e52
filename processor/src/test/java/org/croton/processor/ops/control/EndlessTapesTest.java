package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sin.sin;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.autodiff.DerivativeCheck;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives of loops of which only the data knows how long they run. */
class EndlessTapesTest {
  private static final Dim N = Dim.name("n");
  private static final TensorType SCALAR = TensorType.scalar(DType.F64);
  private static final TensorType VECTOR = TensorType.of(DType.F64, N);
  private static final List<TensorType> TYPES = List.of(SCALAR, VECTOR);
  private static final List<String> SANITIZED =
      List.of(
          "-O1",
          "-march=x86-64-v3",
          "-fsanitize=address,undefined",
          "-fno-sanitize-recover",
          "-Wno-unused-variable");

  @TempDir Path folder;

  private static Literal scalar(double value) {
    return Literal.scalar(DType.F64, value);
  }

  private static Literal vector(double... values) {
    return Literal.reals(DType.F64, new int[] {values.length}, values);
  }

  private static Node number(Node like, double value) {
    return like.builder().constant(DType.F64, value);
  }

  /** {@code while (y < 100) y = y * y + a[0] * y}. */
  private static Node growth(List<Node> in) {
    LoopDraft draft = LoopDraft.conditional(in.get(0).builder(), 1, new Spans());
    Parameter y = draft.carry(in.get(0));
    draft.holds(lt(y, number(y, 100)));
    Node first = get(draft.invariant(in.get(1)), List.of(y.builder().constant(DType.I64, 0L)));
    draft.next(y, add(mul(y, y), mul(first, y)));
    return draft.finish().get(0);
  }

  /** A vector that grows until its sum is large: a tape of vectors. */
  private static Node vectors(List<Node> in) {
    LoopDraft draft = LoopDraft.conditional(in.get(0).builder(), 1, new Spans());
    Parameter y = draft.carry(in.get(1));
    draft.holds(lt(sum(y, List.of(0)), number(y, 50)));
    draft.next(y, add(y, add(draft.invariant(in.get(0)), mul(sin(y), number(y, 0.5)))));
    return draft.finish().get(0);
  }

  /** For each element a loop as long as the element says: it runs again on the way back. */
  private static Node nested(List<Node> in) {
    GraphBuilder builder = in.get(0).builder();
    LoopDraft outer = new LoopDraft(size(builder, N), 1);
    Parameter total = outer.carry(in.get(0));
    LoopDraft inner = LoopDraft.conditional(builder, 2, new Spans());
    Parameter y = inner.carry(get(outer.invariant(in.get(1)), List.of(outer.index())));
    inner.holds(lt(y, number(y, 3)));
    inner.next(y, add(mul(y, y), mul(inner.invariant(total), number(y, 0.2))));
    outer.next(total, sin(add(total, inner.finish().get(0))));
    return outer.finish().get(0);
  }

  /** {@code for (i < n) for (j <= i) s = sin(s * a[j] + i)}. */
  private static Node triangle(List<Node> in) {
    GraphBuilder builder = in.get(0).builder();
    LoopDraft outer = new LoopDraft(size(builder, N), 1);
    Parameter total = outer.carry(in.get(0));
    Node count = add(outer.index(), builder.constant(DType.I64, 1L));
    LoopDraft inner = new LoopDraft(count, 2);
    Parameter s = inner.carry(total);
    Node array = inner.invariant(outer.invariant(in.get(1)));
    Node element = get(array, List.of(inner.index()));
    Node row = cast(inner.invariant(outer.index()), DType.F64);
    inner.next(s, sin(add(mul(s, element), row)));
    outer.next(total, inner.finish().get(0));
    return outer.finish().get(0);
  }

  private static final List<Function<List<Node>, Node>> PROGRAMS =
      List.of(
          EndlessTapesTest::growth,
          EndlessTapesTest::vectors,
          EndlessTapesTest::nested,
          EndlessTapesTest::triangle);

  private static final List<Literal> SAMPLES = List.of(scalar(1.1), vector(1.3, 1.6, 2.1));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void derivativesAgreeWithDifferences(int program) {
    DerivativeCheck.ofEndless(TYPES, SAMPLES, PROGRAMS.get(program));
  }

  private static Graph gradients(Function<List<Node>, Node> program) {
    GraphBuilder builder = new GraphBuilder();
    Parameter x = builder.parameter(0, 0, SCALAR);
    Parameter a = builder.parameter(0, 1, VECTOR);
    Node result = program.apply(List.of(x, a));
    Node cost = result.tensor().isScalar() ? result : sum(result, List.of(0));
    List<Graph.Output> outputs = new ArrayList<>(List.of(new Graph.Output("cost", cost)));
    for (Node gradient :
        new Differentiator().pullback(List.of(cost), List.of(number(x, 1)), List.of(x, a))) {
      outputs.add(new Graph.Output("g" + outputs.size(), gradient));
    }
    Graph graph =
        new Graph(builder, List.of(new Graph.Input("x", x), new Graph.Input("a", a)), outputs);
    return MergeLoops.run(graph, new Spans());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theCodeGivesWhatItMeansAndFreesItsTapes(boolean fuse) throws Exception {
    List<CompiledGraph> kernels = new ArrayList<>();
    for (Function<List<Node>, Node> program : PROGRAMS) {
      kernels.add(CompiledGraph.of("k" + kernels.size(), gradients(program), fuse));
    }
    Map<String, Integer> sizes = Map.of("n", 3);
    int count = kernels.size();
    List<CProgram.Results> results =
        CProgram.compile(folder, kernels, SANITIZED)
            .run(Collections.nCopies(count, SAMPLES), Collections.nCopies(count, sizes));
    for (int i = 0; i < count; i++) {
      assertThat(results.get(i).code()).isZero();
      List<Literal> expected = Interpreter.run(kernels.get(i).graph(), SAMPLES);
      for (int k = 0; k < expected.size(); k++) {
        for (int e = 0; e < expected.get(k).count(); e++) {
          double want = expected.get(k).real(e);
          assertThat(results.get(i).values().get(k).real(e))
              .as("kernel " + i + " output " + k)
              .isCloseTo(want, within(1e-12 * (1 + Math.abs(want))));
        }
      }
    }
  }

  @Test
  void aFailureFreesTheTapesToo() throws Exception {
    Graph graph =
        gradients(
            in -> {
              LoopDraft draft = LoopDraft.conditional(in.get(0).builder(), 1, new Spans());
              Parameter y = draft.carry(in.get(0));
              draft.holds(lt(y, number(y, 100)));
              Node element = get(draft.invariant(in.get(1)), List.of(draft.index()));
              draft.next(y, add(mul(y, y), element));
              return draft.finish().get(0);
            });
    CompiledGraph kernel = CompiledGraph.of("k", graph, true);
    List<CProgram.Results> results =
        CProgram.compile(folder, List.of(kernel), SANITIZED)
            .run(List.of(List.of(scalar(0.1), vector(0.1, 0.1))), List.of(Map.of("n", 2)));
    assertThat(results.get(0).code()).isNotZero();
  }
}

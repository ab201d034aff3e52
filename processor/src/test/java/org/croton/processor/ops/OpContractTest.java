package org.croton.processor.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.croton.DType;
import org.croton.processor.autodiff.DerivativeCheck;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.lower.InlineViews;
import org.croton.processor.lower.LowerGraph;
import org.croton.processor.lower.LoweredGraph;
import org.croton.processor.op.OpDef;
import org.croton.processor.ops.Sample.Slope;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every op promises: its parts agree with each other. */
final class OpContractTest {
  private static final Map<String, Integer> SIZES = Map.of("n", 2, "m", 3, "k", 4);

  static List<Sample> samples() {
    return OpSamples.all();
  }

  static List<Sample> differentiable() {
    return samples().stream().filter(sample -> sample.slope() == Slope.SMOOTH).toList();
  }

  static List<Sample> flat() {
    return samples().stream().filter(sample -> sample.slope() == Slope.ZERO).toList();
  }

  @Test
  void everyOpOfTheCatalogueHasASample() {
    TreeSet<String> tried =
        new TreeSet<>(
            List.of(
                "loop", "while", "branch", "blank", "tape", "record",
                "recall")); // have tests of their own
    samples().forEach(sample -> tried.add(sample.op()));
    assertThat(OpCatalog.all().stream().map(OpDef::name)).allMatch(tried::contains);
  }

  @Test
  void namesAreUnique() {
    assertThat(OpCatalog.all().stream().map(OpDef::name)).doesNotHaveDuplicates();
    assertThat(OpCatalog.named("no such op")).isNull();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nestsComputeTheReferenceMeaning(Sample sample) {
    compare(sample, DType.F64, SIZES, 1e-11);
    compare(sample, DType.F32, SIZES, 1e-5);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void oneAndNothingAreSizesToo(Sample sample) {
    for (int n : List.of(0, 1)) {
      if (n > 0 || !sample.hasIndices()) {
        compare(sample, DType.F64, Map.of("n", n, "m", 3, "k", 4), 1e-11);
        compare(sample, DType.F64, Map.of("n", n, "m", n, "k", n), 1e-11);
        compare(sample, DType.F64, Map.of("n", 5, "m", 1, "k", n), 1e-11);
      }
    }
  }

  /** Runs the meaning and the nests, also after index maps were inlined. */
  private static void compare(
      Sample sample, DType floating, Map<String, Integer> sizes, double tolerance) {
    Graph graph = sample.graph(sample.types(floating));
    List<Literal> inputs = sample.draw(floating, sizes, 11);
    Literal expected = Interpreter.run(graph, inputs).get(0);
    TensorType type = graph.outputs().get(0).value().tensor();
    assertThat(expected.dtype()).isEqualTo(type.dtype());
    Map<String, Long> extents = new HashMap<>();
    sizes.forEach((name, size) -> extents.put(name, (long) size));
    int[] shape =
        type.shape().dims().stream().mapToInt(d -> (int) d.evaluate(extents::get)).toArray();
    assertThat(expected.shape()).isEqualTo(shape);
    LoweredGraph lowered = LowerGraph.lower(graph);
    assertClose(StepRun.run(lowered, inputs, extents).get(0), expected, tolerance);
    LoweredGraph inlined = InlineViews.run(lowered);
    assertClose(StepRun.run(inlined, inputs, extents).get(0), expected, tolerance);
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void derivativesAgreeWithDifferences(Sample sample) {
    for (int seed = 1; seed <= 3; seed++) {
      List<Literal> inputs = sample.draw(DType.F64, SIZES, seed);
      DerivativeCheck.of(sample.types(DType.F64), inputs, sample.program());
    }
  }

  @ParameterizedTest
  @MethodSource("flat")
  void zeroDerivativesAreNeverMade(Sample sample) {
    Graph graph = sample.graph(sample.types(DType.F64));
    Node y = graph.outputs().get(0).value();
    Node x = graph.inputs().get(0).value();
    Differentiator differentiator = new Differentiator();
    assertThat(differentiator.pullback(List.of(y), List.of(y), List.of(x))).containsOnlyNulls();
    assertThat(differentiator.pushforward(List.of(y), List.of(x), List.of(x))).containsOnlyNulls();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theWideRunOfAnF32ProgramIsTheF64Program(Sample sample) {
    List<Literal> narrow = sample.draw(DType.F32, SIZES, 5);
    Graph graph = sample.graph(sample.types(DType.F32));
    Literal wide = Interpreter.runWide(graph, narrow).get(0);
    List<Literal> widened = new ArrayList<>();
    for (Literal x : narrow) {
      widened.add(x.dtype() == DType.F32 ? Numbers.in(DType.F64, x) : x);
    }
    Graph same = sample.graph(sample.types(DType.F64));
    Literal expected = Interpreter.run(same, widened).get(0);
    assertClose(wide, Numbers.in(wide.dtype(), expected), 1e-7);
  }

  private static void assertClose(Literal actual, Literal expected, double tolerance) {
    assertThat(actual.dtype()).isEqualTo(expected.dtype());
    assertThat(actual.shape()).isEqualTo(expected.shape());
    for (int i = 0; i < actual.count(); i++) {
      if (actual.dtype().isFloating() && !Double.isInfinite(expected.real(i))) {
        double size = 1 + Math.abs(expected.real(i));
        assertThat(actual.real(i)).isCloseTo(expected.real(i), within(tolerance * size));
      } else {
        assertThat(actual.real(i)).isEqualTo(expected.real(i));
      }
    }
  }
}

package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Ne.ne;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Pow.pow;
import static org.croton.processor.ops.elementwise.Sqrt.sqrt;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.reduction.Prod.prod;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.croton.DType;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Naive text in, a point where it fails in, the right value and the right gradient out. */
class StabilityTest {
  private static final double E_MINUS_50 = 1.9287498479639178e-22;
  private static final double E_50 = 5.184705528587072e21;

  private record Case(
      String name, UnaryOperator<Node> text, double at, double value, double gradient) {}

  private static Node like(Node x, double value) {
    return x.builder().constant(x.tensor().dtype(), value);
  }

  private static Node one(Node x) {
    return like(x, 1);
  }

  private static Node probability(Node z) {
    return div(one(z), add(one(z), exp(neg(z))));
  }

  private static Node crossEntropy(Node t, Node z) {
    Node p = probability(z);
    return sub(mul(neg(t), log(p)), mul(sub(one(z), t), log(sub(one(z), p))));
  }

  private static List<Case> cases() {
    return List.of(
        new Case("log(1 + x)", x -> log(add(one(x), x)), 1e-20, 1e-20, 1),
        new Case("log(1 - x)", x -> log(sub(one(x), x)), 1e-20, -1e-20, -1),
        new Case("exp(x) - 1", x -> sub(exp(x), one(x)), 1e-20, 1e-20, 1),
        new Case("1 - exp(-x)", x -> sub(one(x), exp(neg(x))), 1e-20, 1e-20, 1),
        new Case("1/(1 + exp(-x))", StabilityTest::probability, 10_000, 1, 0),
        new Case("1/(1 + exp(-x))", StabilityTest::probability, -10_000, 0, 0),
        new Case("1/(1 + exp(-x))", StabilityTest::probability, 50, 1, E_MINUS_50),
        new Case(
            "(1 + exp(-x))^-1",
            x -> pow(add(one(x), exp(neg(x))), like(x, -1)),
            -50,
            E_MINUS_50,
            E_MINUS_50),
        new Case("exp(x)/(1 + exp(x))", x -> div(exp(x), add(one(x), exp(x))), 10_000, 1, 0),
        new Case("x/(1 + exp(-x))", x -> div(x, add(one(x), exp(neg(x)))), -10_000, 0, 0),
        new Case(
            "0.5*(1 + tanh(x/2))",
            x -> mul(like(x, 0.5), add(one(x), tanh(div(x, like(x, 2))))),
            -50,
            E_MINUS_50,
            E_MINUS_50),
        new Case("1 - p", x -> sub(one(x), probability(x)), 50, E_MINUS_50, -E_MINUS_50),
        new Case("p - 1", x -> sub(probability(x), one(x)), 50, -E_MINUS_50, E_MINUS_50),
        new Case("exp(-x)*p", x -> mul(exp(neg(x)), probability(x)), -10_000, 1, 0),
        new Case("log p", x -> log(probability(x)), -10_000, -10_000, 1),
        new Case("log p", x -> log(probability(x)), 50, -E_MINUS_50, E_MINUS_50),
        new Case("log(1 - p)", x -> log(sub(one(x), probability(x))), 10_000, -10_000, -1),
        new Case("log(1 + exp(x))", x -> log(add(one(x), exp(x))), 10_000, 10_000, 1),
        new Case("log(1 + exp(x))", x -> log(add(one(x), exp(x))), -50, E_MINUS_50, E_MINUS_50),
        new Case(
            "log(1 + exp(x)) - x",
            x -> sub(log(add(one(x), exp(x))), x),
            50,
            E_MINUS_50,
            -E_MINUS_50),
        new Case(
            "log(1 - exp(x))", x -> log(sub(one(x), exp(x))), -1e-20, -46.051701859880914, -1e20),
        new Case("log(1 - exp(x))", x -> log(sub(one(x), exp(x))), -50, -E_MINUS_50, -E_MINUS_50),
        new Case("log(exp(x) - 1)", x -> log(sub(exp(x), one(x))), 10_000, 10_000, 1),
        new Case(
            "log(exp(x) - 1)", x -> log(sub(exp(x), one(x))), 1e-20, -46.051701859880914, 1e20),
        new Case(
            "log(exp(x) - exp(999))",
            x -> log(sub(exp(x), exp(like(x, 999)))),
            1000,
            999.5413248546129,
            1.5819767068693265),
        new Case(
            "log(exp(x) + exp(1000))",
            x -> log(add(exp(x), exp(add(like(x, 1000), mul(x, like(x, 0)))))),
            1000,
            1000.6931471805599,
            0.5),
        new Case(
            "log(exp(x) + exp(-x) + 1)",
            x -> log(add(add(exp(x), exp(neg(x))), one(x))),
            10_000,
            10_000,
            1),
        new Case(
            "log(exp(x) + exp(-x))", x -> log(add(exp(x), exp(neg(x)))), 0, 0.6931471805599453, 0),
        new Case(
            "p/(1 - p)", x -> div(probability(x), sub(one(x), probability(x))), 50, E_50, E_50),
        new Case(
            "(1 - p)/p", x -> div(sub(one(x), probability(x)), probability(x)), -50, E_50, -E_50),
        new Case("tanh", x -> div(sub(exp(x), exp(neg(x))), add(exp(x), exp(neg(x)))), 1000, 1, 0),
        new Case("log(exp(x))", x -> log(exp(x)), 10_000, 10_000, 1),
        new Case("exp(log(x))", x -> exp(log(x)), 3e-30, 3e-30, 1),
        new Case("sqrt(x*x)", x -> sqrt(mul(x, x)), -1e30, 1e30, -1),
        new Case("sqrt(x*x)", x -> sqrt(mul(x, x)), 0, 0, 0),
        new Case("log(x*x)", x -> log(mul(x, x)), 1e-30, -138.15510557964274, 2e30),
        new Case("log(sqrt(x))", x -> log(sqrt(x)), 1e-30, -34.538776394910684, 5e29),
        new Case(
            "where(x > 0, log(x), 0)", x -> where(gt(x, like(x, 0)), log(x), like(x, 0)), 0, 0, 0),
        new Case(
            "where(x > 0, sqrt(x), 0)",
            x -> where(gt(x, like(x, 0)), sqrt(x), like(x, 0)),
            0,
            0,
            0),
        new Case(
            "where(x != 0, (exp(x) - 1)/x, 1)",
            x -> where(ne(x, like(x, 0)), div(sub(exp(x), one(x)), x), one(x)),
            0,
            1,
            0),
        new Case("x^3", x -> pow(x, like(x, 3)), 0, 0, 0),
        new Case("cross-entropy of 0", z -> crossEntropy(like(z, 0), z), 10_000, 10_000, 1),
        new Case("cross-entropy of 0", z -> crossEntropy(like(z, 0), z), -10_000, 0, 0),
        new Case("cross-entropy of 1", z -> crossEntropy(like(z, 1), z), 10_000, 0, 0),
        new Case("cross-entropy of 1", z -> crossEntropy(like(z, 1), z), -10_000, 10_000, -1));
  }

  static Stream<Arguments> points() {
    return cases().stream()
        .flatMap(c -> Stream.of(Arguments.of(c, DType.F32), Arguments.of(c, DType.F64)));
  }

  @ParameterizedTest
  @MethodSource("points")
  void valueAndGradient(Case c, DType dtype) {
    GraphBuilder g = new GraphBuilder();
    Parameter x = g.parameter(0, 0, TensorType.of(dtype, Dim.of(1)));
    Literal at = Literal.reals(dtype, new int[] {1}, new double[] {c.at()});
    List<Literal> results = run(c.text().apply(x), x, Map.of(x, at));
    assertNear(results.get(0).real(0), c.value(), dtype);
    assertNear(results.get(1).real(0), c.gradient(), dtype);
  }

  private static void assertNear(double actual, double expected, DType dtype) {
    double relative = dtype == DType.F32 ? 1e-5 : 1e-13;
    assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * relative + 1e-40));
  }

  /** The rewritten value and the rewritten derivative of its sum. */
  private static List<Literal> run(Node value, Parameter x, Map<Node, Literal> leaves) {
    Stabilizer stabilizer = new Stabilizer(Rewriter.standard(), RewriteOptions.ALL, new Spans());
    Node seed = broadcastTo(like(value, 1), value.tensor().shape());
    Node gradient =
        new Differentiator(stabilizer::stabilize)
            .pullback(List.of(value), List.of(seed), List.of(x))
            .get(0);
    List<Graph.Output> outputs = new ArrayList<>();
    outputs.add(new Graph.Output("value", value));
    outputs.add(new Graph.Output("gradient", gradient));
    Graph graph = new Graph(x.builder(), List.of(new Graph.Input("x", x)), outputs);
    Graph rewritten = Rewriter.standard().rewrite(graph, new Spans(), RewriteOptions.ALL).graph();
    SampleRun run = new SampleRun(leaves, Map.of());
    return rewritten.outputValues().stream().map(run::value).toList();
  }

  private static void assertElements(Literal actual, double... expected) {
    assertThat(actual.count()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertNear(actual.real(i), expected[i], actual.dtype());
    }
  }

  private static List<Literal> runRows(UnaryOperator<Node> text, DType dtype, double... row) {
    GraphBuilder g = new GraphBuilder();
    Parameter x = g.parameter(0, 0, new TensorType(dtype, Shape.of(1, row.length)));
    return run(text.apply(x), x, Map.of(x, Literal.reals(dtype, new int[] {1, row.length}, row)));
  }

  private static Node softmax(Node x) {
    return div(exp(x), expandDims(sum(exp(x), List.of(1)), List.of(1)));
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void logSumExp(DType dtype) {
    List<Literal> results =
        runRows(x -> log(sum(exp(x), List.of(1))), dtype, 10_000, 10_000, -10_000);
    assertElements(results.get(0), 10_000 + Math.log(2));
    assertElements(results.get(1), 0.5, 0.5, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void logSumExpOfInfinities(DType dtype) {
    double infinity = Double.POSITIVE_INFINITY;
    UnaryOperator<Node> text = x -> log(sum(exp(x), List.of(1)));
    assertThat(runRows(text, dtype, -infinity, -infinity).get(0).real(0)).isEqualTo(-infinity);
    assertThat(runRows(text, dtype, infinity, 1).get(0).real(0)).isEqualTo(infinity);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void softmaxOfLargeLogits(DType dtype) {
    List<Literal> results = runRows(StabilityTest::softmax, dtype, 10_000, 10_000, -10_000);
    assertElements(results.get(0), 0.5, 0.5, 0);
    assertElements(results.get(1), 0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void logOfSoftmax(DType dtype) {
    List<Literal> results = runRows(x -> log(softmax(x)), dtype, 10_000, 0, -10_000);
    assertElements(results.get(0), 0, -10_000, -20_000);
    assertElements(results.get(1), -2, 1, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void crossEntropyOfAPickedClass(DType dtype) {
    UnaryOperator<Node> text =
        x -> {
          GraphBuilder g = x.builder();
          Node row = g.constant(Literal.integers(DType.I64, new int[] {1}, new long[] {0}));
          Node label = g.constant(Literal.integers(DType.I64, new int[] {1}, new long[] {2}));
          return neg(log(gather(softmax(x), List.of(row, label), 0)));
        };
    List<Literal> results = runRows(text, dtype, 10_000, 0, -10_000);
    assertElements(results.get(0), 20_000);
    assertElements(results.get(1), 1, 0, -1);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void crossEntropyWithOneHotTargets(DType dtype) {
    UnaryOperator<Node> text =
        x -> {
          Literal target = Literal.reals(dtype, new int[] {1, 3}, new double[] {0, 0, 1});
          Node weighted = mul(x.builder().constant(target), log(softmax(x)));
          return neg(sum(weighted, List.of(0, 1)));
        };
    List<Literal> results = runRows(text, dtype, 10_000, 0, -10_000);
    assertElements(results.get(0), 20_000);
    assertElements(results.get(1), 1, 0, -1);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void logOfAProduct(DType dtype) {
    List<Literal> results =
        runRows(x -> log(prod(x, List.of(1))), dtype, 1e-30, -1e-20, -1e-20, 1e30);
    assertElements(results.get(0), 40 * Math.log(0.1));
    assertElements(results.get(1), 1e30, -1e20, -1e20, 1e-30);
  }
}

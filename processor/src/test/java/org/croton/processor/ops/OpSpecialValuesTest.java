package org.croton.processor.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.croton.processor.ops.Numbers.reals;
import static org.croton.processor.ops.Numbers.wholes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.croton.DType;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.lower.LowerGraph;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.elementwise.Abs;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.elementwise.ClipGradient;
import org.croton.processor.ops.elementwise.Erf;
import org.croton.processor.ops.elementwise.Gt;
import org.croton.processor.ops.elementwise.Log;
import org.croton.processor.ops.elementwise.Maximum;
import org.croton.processor.ops.elementwise.Minimum;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Pow;
import org.croton.processor.ops.elementwise.Quotient;
import org.croton.processor.ops.elementwise.Relu;
import org.croton.processor.ops.elementwise.Rint;
import org.croton.processor.ops.elementwise.Sigmoid;
import org.croton.processor.ops.elementwise.Softplus;
import org.croton.processor.ops.elementwise.Sqrt;
import org.croton.processor.ops.elementwise.StopGradient;
import org.croton.processor.ops.elementwise.Where;
import org.croton.processor.ops.indexing.Gather;
import org.croton.processor.ops.indexing.Get;
import org.croton.processor.ops.indexing.ScatterSet;
import org.croton.processor.ops.movement.Slice;
import org.croton.processor.ops.reduction.Argmax;
import org.croton.processor.ops.reduction.Argmin;
import org.croton.processor.ops.reduction.Max;
import org.croton.processor.ops.reduction.Prod;
import org.croton.processor.ops.reduction.Sum;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;
import org.junit.jupiter.api.Test;

/** Ops at the points where a careless definition goes wrong. */
final class OpSpecialValuesTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final List<Integer> FIRST = List.of(0);

  private static Graph graph(List<Literal> inputs, Function<List<Node>, Node> program) {
    GraphBuilder builder = new GraphBuilder();
    List<Graph.Input> named = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (Literal input : inputs) {
      Parameter parameter = builder.parameter(0, nodes.size(), input.type());
      named.add(new Graph.Input("x" + nodes.size(), parameter));
      nodes.add(parameter);
    }
    return new Graph(builder, named, List.of(new Graph.Output("y", program.apply(nodes))));
  }

  private static Literal value(List<Literal> inputs, Function<List<Node>, Node> program) {
    return Interpreter.run(graph(inputs, program), inputs).get(0);
  }

  private static double[] at(UnaryOperator<Node> program, double... x) {
    return doubles(value(List.of(reals(x)), nodes -> program.apply(nodes.get(0))));
  }

  private static double[] doubles(Literal literal) {
    double[] elements = new double[literal.count()];
    Arrays.setAll(elements, literal::real);
    return elements;
  }

  /** Adjoint of the first input for a cotangent of ones. */
  private static double[] slope(UnaryOperator<Node> program, double... x) {
    return slope(List.of(reals(x)), 0, nodes -> program.apply(nodes.get(0)));
  }

  private static double[] slope(List<Literal> inputs, int wrt, Function<List<Node>, Node> program) {
    return doubles(
        value(
            inputs,
            nodes -> {
              Node y = program.apply(nodes);
              List<Integer> axes = new ArrayList<>();
              for (int axis = 0; axis < y.tensor().rank(); axis++) {
                axes.add(axis);
              }
              Node one = y.builder().constant(DType.F64, 1.0);
              Node slope =
                  new Differentiator()
                      .pullback(List.of(Sum.sum(y, axes)), List.of(one), List.of(nodes.get(wrt)))
                      .get(0);
              assertThat(slope).isNotNull();
              return slope;
            }));
  }

  @Test
  void functionsAtTheEndsOfTheirRange() {
    assertThat(at(Sigmoid::sigmoid, -1000, 1000, NAN)).containsExactly(0, 1, NAN);
    assertThat(at(Softplus::softplus, -1000, 1000, INF, -INF)).containsExactly(0, 1000, INF, 0);
    assertThat(at(Log::log, 0, -1, INF)).containsExactly(-INF, NAN, INF);
    assertThat(at(Rint::rint, 0.5, 1.5, -0.5)).containsExactly(0, 2, -0.0);
    assertThat(at(Relu::relu, -1, NAN, INF)).containsExactly(0, NAN, INF);
    assertThat(at(Erf::erf, 0, INF, -INF, NAN)).containsExactly(0, 1, -1, NAN);
    assertThat(at(Erf::erf, 0.5)[0]).isCloseTo(0.5204998778130465, within(1e-16));
    assertThat(at(Erf::erf, 3)[0]).isCloseTo(0.9999779095030014, within(2e-16));
  }

  @Test
  void powersFollowC() {
    Literal bases = reals(1, 0, NAN, -1, 0, -2, -2);
    Literal exponents = reals(NAN, 0, 0, INF, -1, 3, 0.5);
    assertThat(doubles(value(List.of(bases, exponents), x -> Pow.pow(x.get(0), x.get(1)))))
        .containsExactly(1, 1, 1, 1, INF, -8, NAN);
  }

  @Test
  void slopesOfPowersAtZero() {
    List<Literal> inputs = List.of(reals(0, 0, 0), reals(0, 1, 2));
    Function<List<Node>, Node> pow = x -> Pow.pow(x.get(0), x.get(1));
    assertThat(slope(inputs, 0, pow)).containsExactly(0, 1, 0);
    assertThat(slope(inputs, 1, pow)).containsExactly(0, 0, 0);
    assertThat(slope(x -> Pow.pow(x, x.builder().constant(DType.F64, 2.0)), 0, 3))
        .containsExactly(0, 6);
  }

  @Test
  void slopesAtKinks() {
    assertThat(slope(Abs::abs, -2, 0, 2)).containsExactly(-1, 0, 1);
    assertThat(slope(Relu::relu, -2, 0, 2)).containsExactly(0, 0, 1);
    assertThat(slope(Sqrt::sqrt, 0, 4)).containsExactly(INF, 0.25);
    List<Literal> pair = List.of(reals(1, 2, 3, NAN), reals(2, 2, 2, 2));
    assertThat(slope(pair, 0, x -> Maximum.maximum(x.get(0), x.get(1))))
        .containsExactly(0, 0.5, 1, 0);
    assertThat(slope(pair, 1, x -> Minimum.minimum(x.get(0), x.get(1))))
        .containsExactly(0, 0.5, 1, 0);
    assertThat(slope(x -> Max.max(x, FIRST), 3, 1, 3)).containsExactly(0.5, 0, 0.5);
    assertThat(slope(x -> Max.max(x, FIRST), 3, NAN, 3)).containsExactly(0, 0, 0);
  }

  @Test
  void whatIsNotChosenContributesNothing() {
    // The derivative of log at 0 is infinite; times 0 it would be NaN.
    UnaryOperator<Node> safeLog =
        x -> {
          Node zero = x.builder().constant(DType.F64, 0.0);
          Node positive = Gt.gt(x, zero);
          return Where.where(positive, Mul.mul(x, x), Log.log(x));
        };
    assertThat(slope(safeLog, 2)).containsExactly(4);
    UnaryOperator<Node> masked =
        x -> {
          Node zero = x.builder().constant(DType.F64, 0.0);
          Node positive = Gt.gt(x, zero);
          return Mul.mul(Where.where(positive, x, zero), x);
        };
    assertThat(slope(masked, -3, 2)).containsExactly(0, 4);
  }

  @Test
  void productsWithZeros() {
    UnaryOperator<Node> prod = x -> Prod.prod(x, FIRST);
    assertThat(slope(prod, 2, 3, 4)).containsExactly(12, 8, 6);
    assertThat(slope(prod, 2, 0, 4)).containsExactly(0, 8, 0);
    assertThat(slope(prod, 0, 0, 4)).containsExactly(0, 0, 0);
  }

  @Test
  void secondDerivativesOfProductsWithZeros() {
    double[][] points = {{2, 3, 4}, {2, 0, 4}, {0, 0, 4}};
    for (double[] x : points) {
      // The sum of row 0 of the Hessian: d/dx of the first component of the gradient.
      double[] row =
          slope(
              node -> {
                Node y = Prod.prod(node, FIRST);
                Node one = node.builder().constant(DType.F64, 1.0);
                Node gradient =
                    new Differentiator().pullback(List.of(y), List.of(one), List.of(node)).get(0);
                SliceAttrs first = new SliceAttrs(List.of(Dim.ZERO), List.of(1), List.of(Dim.ONE));
                return Slice.slice(gradient, first);
              },
              x);
      assertThat(row).containsExactly(0, x[2], x[1]);
    }
  }

  @Test
  void reductionsOfNothingAndNaN() {
    assertThat(at(x -> Sum.sum(x, FIRST))).containsExactly(0);
    assertThat(at(x -> Prod.prod(x, FIRST))).containsExactly(1);
    assertThat(at(x -> Max.max(x, FIRST))).containsExactly(-INF);
    assertThat(at(x -> Max.max(x, FIRST), 1, NAN, 3)).containsExactly(NAN);
  }

  @Test
  void positionsOfExtremes() {
    assertThat(at(x -> Argmax.argmax(x, 0), 1, 3, 3)).containsExactly(1);
    assertThat(at(x -> Argmin.argmin(x, 0), 5, 1, 1)).containsExactly(1);
    assertThat(at(x -> Argmax.argmax(x, 0), 1, NAN, 3, NAN)).containsExactly(1);
    List<Literal> input = List.of(reals(1, NAN, 3, NAN));
    Graph graph = graph(input, x -> Argmin.argmin(x.get(0), 0));
    assertThat(StepRun.run(LowerGraph.lower(graph), input, Map.of()).get(0).integer(0))
        .isEqualTo(1);
  }

  @Test
  void castsSaturateAndWrap() {
    assertThat(at(x -> Cast.cast(x, DType.I32), 1e10, -1e10, NAN, -1.9))
        .containsExactly(Integer.MAX_VALUE, Integer.MIN_VALUE, 0, -1);
    assertThat(at(x -> Cast.cast(x, DType.U8), 300, -5, 7.9, NAN)).containsExactly(255, 0, 7, 0);
    assertThat(at(x -> Cast.cast(x, DType.BOOL), 0, -0.0, 0.1, NAN)).containsExactly(0, 0, 1, 1);
    Literal wraps = value(List.of(wholes(300, -1)), x -> Cast.cast(x.get(0), DType.U8));
    assertThat(doubles(wraps)).containsExactly(44, 255);
    Literal big = Literal.integers(DType.I64, new int[] {1}, new long[] {(1L << 60) + (1L << 36)});
    Literal once = value(List.of(big), x -> Cast.cast(x.get(0), DType.F32));
    assertThat(once.real(0)).isEqualTo((float) ((1L << 60) + (1L << 36)));
  }

  @Test
  void gradientsStopAndAreClipped() {
    assertThat(slope(x -> Mul.mul(x, StopGradient.stopGradient(x)), 3)).containsExactly(3);
    UnaryOperator<Node> clipped =
        x -> {
          Node low = x.builder().constant(DType.F64, -1.0);
          Node high = x.builder().constant(DType.F64, 2.0);
          Node weights = x.builder().constant(reals(-5, 0.5, 5));
          return Mul.mul(ClipGradient.clipGradient(x, low, high), weights);
        };
    assertThat(slope(clipped, 1, 1, 1)).containsExactly(-1, 0.5, 2);
  }

  @Test
  void integersOverflowAndDivideAsInJava() {
    List<Literal> extreme = List.of(wholes(Integer.MIN_VALUE, 7, -7), wholes(-1, -2, 2));
    Literal quotient = value(extreme, x -> Quotient.quotient(x.get(0), x.get(1)));
    assertThat(doubles(quotient)).containsExactly(Integer.MIN_VALUE, -3, -3);
    List<Literal> byZero = List.of(wholes(1), wholes(0));
    Function<List<Node>, Node> division = x -> Quotient.quotient(x.get(0), x.get(1));
    assertThatThrownBy(() -> value(byZero, division)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> steps(byZero, division)).isInstanceOf(StepRun.CheckFailed.class);
  }

  private static Literal steps(List<Literal> inputs, Function<List<Node>, Node> program) {
    return StepRun.run(LowerGraph.lower(graph(inputs, program)), inputs, Map.of()).get(0);
  }

  @Test
  void indicesOutOfRangeFail() {
    for (long index : new long[] {3, -4}) {
      List<Literal> inputs = List.of(reals(1, 2, 3), wholes(index));
      Function<List<Node>, Node> gather = x -> Gather.gather(x.get(0), x.subList(1, 2), 0);
      assertThatThrownBy(() -> value(inputs, gather))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("Index " + index + " out of bounds for length 3");
      assertThatThrownBy(() -> steps(inputs, gather))
          .isInstanceOf(StepRun.CheckFailed.class)
          .hasMessageContaining("[" + index + ", 3]");
    }
    List<Literal> inputs = List.of(reals(1, 2, 3), Literal.scalar(DType.I32, -1L));
    Function<List<Node>, Node> get = x -> Get.get(x.get(0), x.subList(1, 2));
    assertThatThrownBy(() -> value(inputs, get)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> steps(inputs, get)).isInstanceOf(StepRun.CheckFailed.class);
  }

  @Test
  void slicesThatMayLeaveTheirArrayAreTested() {
    GraphBuilder builder = new GraphBuilder();
    Parameter x = builder.parameter(0, 0, TensorType.of(DType.F64, Dim.name("n")));
    SliceAttrs box = new SliceAttrs(List.of(Dim.of(1)), List.of(2), List.of(Dim.of(3)));
    Graph graph =
        new Graph(
            builder,
            List.of(new Graph.Input("x", x)),
            List.of(new Graph.Output("y", Slice.slice(x, box))));
    List<Literal> enough = List.of(reals(0, 1, 2, 3, 4, 5));
    Literal part = StepRun.run(LowerGraph.lower(graph), enough, Map.of("n", 6L)).get(0);
    assertThat(doubles(part)).containsExactly(1, 3, 5);
    List<Literal> few = List.of(reals(0, 1, 2, 3, 4));
    assertThatThrownBy(() -> StepRun.run(LowerGraph.lower(graph), few, Map.of("n", 5L)))
        .isInstanceOf(StepRun.CheckFailed.class)
        .hasMessageContaining("[5, 5]");
    assertThatThrownBy(() -> Interpreter.run(graph, few))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void ofRepeatedPositionsTheLastStaysAndGetsTheSlope() {
    List<Literal> inputs = List.of(reals(0, 0, 0), wholes(1, 1, 0), reals(5, 6, 7));
    Function<List<Node>, Node> put =
        x -> ScatterSet.scatterSet(x.get(0), x.subList(1, 2), x.get(2), 0);
    assertThat(doubles(value(inputs, put))).containsExactly(7, 6, 0);
    assertThat(slope(inputs, 0, put)).containsExactly(0, 0, 1);
    assertThat(slope(inputs, 2, put)).containsExactly(0, 1, 1);
  }

  @Test
  void typeRulesNameWhatDoesNotFit() {
    List<Literal> mixed = List.of(reals(1, 2), wholes(1, 2));
    assertThatThrownBy(() -> value(mixed, x -> Mul.mul(x.get(0), x.get(1))))
        .isInstanceOf(TypeMismatch.class)
        .hasMessageContaining("one dtype");
    List<Literal> shapes = List.of(reals(1, 2), reals(1, 2, 3));
    assertThatThrownBy(() -> value(shapes, x -> Mul.mul(x.get(0), x.get(1))))
        .isInstanceOf(TypeMismatch.class)
        .hasMessageContaining("dim 2 is not dim 3");
  }
}

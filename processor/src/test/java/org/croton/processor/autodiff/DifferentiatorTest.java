package org.croton.processor.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.StopGradient.stopGradient;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class DifferentiatorTest {
  private static final TensorType SCALAR = TensorType.scalar(DType.F64);
  private static final TensorType ROW = TensorType.of(DType.F64, Dim.name("m"));
  private static final TensorType MATRIX = TensorType.of(DType.F64, Dim.name("n"), Dim.name("m"));

  private final GraphBuilder builder = new GraphBuilder();
  private final Differentiator differentiator = new Differentiator();

  private Node one() {
    return builder.constant(DType.F64, 1.0);
  }

  private static Literal reals(int[] shape, double... elements) {
    return Literal.reals(DType.F64, shape, elements);
  }

  @Test
  void broadcastContributionsAreSummedToTheArgument() {
    DerivativeCheck.of(
        List.of(MATRIX, ROW, SCALAR),
        List.of(
            reals(new int[] {2, 3}, 0.1, 0.2, -0.3, 0.4, 0.5, 0.6),
            reals(new int[] {3}, 1, -1, 0.5),
            reals(new int[0], 0.7)),
        in -> mul(tanh(add(mul(in.get(0), in.get(1)), in.get(2))), in.get(1)));
  }

  @Test
  void aStretchedAxisKeepsItsPlace() {
    TensorType column = TensorType.of(DType.F64, Dim.name("n"), Dim.ONE);
    DerivativeCheck.of(
        List.of(column, ROW),
        List.of(reals(new int[] {2, 1}, 0.1, -0.4), reals(new int[] {3}, 1, 2, 0.5)),
        in -> exp(mul(in.get(0), in.get(1))));
  }

  @Test
  void aValueUsedTwiceAddsUp() {
    Node x = builder.parameter(0, 0, SCALAR);
    Node gradient = differentiator.pullback(List.of(mul(x, x)), List.of(one()), List.of(x)).get(0);
    assertThat(GraphRun.run(List.of(gradient), Map.of(x, reals(new int[0], 3))).get(0).real(0))
        .isEqualTo(6);
  }

  @Test
  void aVariableIsACut() {
    Node x = builder.parameter(0, 0, SCALAR);
    Node h = exp(x);
    List<Node> gradients =
        differentiator.pullback(List.of(mul(h, h)), List.of(one()), List.of(x, h));
    assertThat(gradients.get(0)).isNull();
    assertThat(gradients.get(1)).isNotNull();
  }

  @Test
  void anOutputThatIsAVariableHasItsCotangentAsAdjoint() {
    Node x = builder.parameter(0, 0, SCALAR);
    assertThat(differentiator.pullback(List.of(x), List.of(one()), List.of(x)))
        .containsExactly(one());
    assertThat(differentiator.pushforward(List.of(x), List.of(x), List.of(one())))
        .containsExactly(one());
  }

  @Test
  void whatDoesNotDependIsNull() {
    Node x = builder.parameter(0, 0, SCALAR);
    Node y = builder.parameter(0, 1, SCALAR);
    List<Node> values = List.of(exp(x));
    assertThat(differentiator.pullback(values, List.of(one()), List.of(y)))
        .containsExactly((Node) null);
    assertThat(differentiator.pushforward(values, List.of(y), List.of(one())))
        .containsExactly((Node) null);
    assertThat(differentiator.pullback(values, Collections.singletonList(null), List.of(x)))
        .containsExactly((Node) null);
    Node stopped = stopGradient(exp(x));
    assertThat(differentiator.pullback(List.of(stopped), List.of(one()), List.of(x)))
        .containsExactly((Node) null);
  }

  @Test
  void integersCarryNoDerivative() {
    Node x = builder.parameter(0, 0, SCALAR);
    Node rounded = Cast.cast(Cast.cast(x, DType.I64), DType.F64);
    assertThat(differentiator.pullback(List.of(rounded), List.of(one()), List.of(x)))
        .containsExactly((Node) null);
  }

  @Test
  void aNarrowValueHasANarrowAdjoint() {
    Node x = builder.parameter(0, 0, TensorType.scalar(DType.F32));
    Node wide = exp(Cast.cast(x, DType.F64));
    Node gradient = differentiator.pullback(List.of(wide), List.of(one()), List.of(x)).get(0);
    assertThat(gradient.type()).isEqualTo(x.type());
  }

  @Test
  void aCotangentOfAnotherTypeIsRefused() {
    Node x = builder.parameter(0, 0, ROW);
    assertThatThrownBy(() -> differentiator.pullback(List.of(exp(x)), List.of(one()), List.of(x)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cotangent f64 of a value f64[m]");
  }

  @Test
  void onlyWhatLeadsToTheOutputsIsVisited() {
    Node x = builder.parameter(0, 0, ROW);
    Node aside = sum(exp(exp(x)), List.of(0));
    Node cost = sum(tanh(x), List.of(0));
    Node gradient = differentiator.pullback(List.of(cost), List.of(one()), List.of(x)).get(0);
    assertThat(Graph.reachable(List.of(gradient))).doesNotContain(aside, exp(x));
  }

  @Test
  void aChainOfManyThousandValuesIsNoProblem() {
    Node x = builder.parameter(0, 0, SCALAR);
    Node value = x;
    for (int i = 0; i < 20_000; i++) {
      value = add(tanh(value), x);
    }
    List<Node> gradient = differentiator.pullback(List.of(value), List.of(one()), List.of(x));
    List<Node> tangent = differentiator.pushforward(List.of(value), List.of(x), List.of(one()));
    List<Node> both = Arrays.asList(gradient.get(0), tangent.get(0));
    List<Literal> values = GraphRun.run(both, Map.of(x, reals(new int[0], 0.3)));
    assertThat(values.get(0).real(0)).isCloseTo(values.get(1).real(0), within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-9);
  }

  @Test
  void derivativesAreTakenOfWhatThePreparationMakes() {
    Node x = builder.parameter(0, 0, SCALAR);
    Differentiator prepared =
        new Differentiator(
            (outputs, cuts) -> {
              assertThat(cuts).containsExactly(x);
              return List.of(mul(x, builder.constant(DType.F64, 5.0)));
            });
    Node gradient = prepared.pullback(List.of(exp(x)), List.of(one()), List.of(x)).get(0);
    assertThat(gradient).isEqualTo(builder.constant(DType.F64, 5.0));
  }
}

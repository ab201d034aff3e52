package org.croton.processor.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.croton.Ops.all;
import static org.croton.Ops.at;
import static org.croton.Ops.exp;
import static org.croton.Ops.grad;
import static org.croton.Ops.hvp;
import static org.croton.Ops.jvp;
import static org.croton.Ops.keep;
import static org.croton.Ops.map;
import static org.croton.Ops.mapToBool;
import static org.croton.Ops.mapToInt;
import static org.croton.Ops.mean;
import static org.croton.Ops.norm;
import static org.croton.Ops.range;
import static org.croton.Ops.square;
import static org.croton.Ops.stack;
import static org.croton.Ops.stopGradient;
import static org.croton.Ops.sum;
import static org.croton.Ops.tanh;
import static org.croton.Ops.vjp;

import java.util.Random;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.DTypeException;
import org.croton.ShapeException;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;

class PlainEvaluatorTest {
  record Weights(Tensor w, Tensor b, Tensor labels) {}

  private static Tensor vector() {
    return Tensor.of(0.5, -1.0, 2.0);
  }

  @Test
  void operationsRunAtOnce() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertThat(x.add(1).toDoubles()).containsExactly(2, 3, 4, 5);
    assertThat(x.dot(x).toDoubles()).containsExactly(7, 10, 15, 22);
    assertThat(x.sum(0).toDoubles()).containsExactly(4, 6);
    assertThat(x.mean(keep(1)).shape()).containsExactly(2, 1);
    assertThat(x.get(all(), at(1)).toDoubles()).containsExactly(2, 4);
    assertThat(x.get(range(0, 1), all()).shape()).containsExactly(1, 2);
    assertThat(x.get("-1").toDoubles()).containsExactly(3, 4);
    assertThat(stack(x, x).shape()).containsExactly(2, 2, 2);
    assertThat(x.gt(2).dtype()).isEqualTo(DType.BOOL);
    assertThat(norm(new Weights(Tensor.of(3.0), Tensor.of(4.0), Tensor.of(0.0))).item())
        .isEqualTo(5);
  }

  @Test
  void aRunKeepsTheElementType() {
    Tensor x = Tensor.of(1f, 2f, 3f);
    assertThat(x.mul(0.1).dtype()).isEqualTo(DType.F32);
    assertThat(x.mul(0.1).toFloats()).containsExactly(0.1f, 0.2f, 3f * 0.1f);
    assertThat(map(x, z -> z / 3).dtype()).isEqualTo(DType.F32);
  }

  @Test
  void wholeNumbersBesideIntegersStayWhole() {
    Tensor x = Tensor.of(1, 2);
    assertThat(x.add(1).dtype()).isEqualTo(DType.I32);
    assertThat(x.add(1).toInts()).containsExactly(2, 3);
    assertThat(x.mul(0.5).dtype()).isEqualTo(DType.F64);
    assertThat(x.div(2).toDoubles()).containsExactly(0.5, 1);
  }

  @Test
  void mistakesAreExceptionsInTheUsersTerms() {
    assertThatThrownBy(() -> vector().add(Tensor.of(1.0, 2.0)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("cannot add [3] and [2]");
    assertThatThrownBy(() -> vector().sum(3)).isInstanceOf(CrotonException.class);
    assertThatThrownBy(() -> vector().get(7)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> grad(vector(), vector()))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("scalar cost");
    assertThatThrownBy(() -> grad(sum(vector()), Tensor.of(1, 2)))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("not-differentiable");
    assertThatThrownBy(() -> Tensor.zeros(DType.U8, 2).add(300))
        .isInstanceOf(DTypeException.class)
        .hasMessageContaining("300");
  }

  @Test
  void gradientsFollowTheHistory() {
    Tensor x = vector();
    Tensor y = exp(x).mul(x);
    Tensor cost = sum(square(y));
    double[] gradient = grad(cost, x).toDoubles();
    for (int i = 0; i < 3; i++) {
      double v = x.toDoubles()[i];
      assertThat(gradient[i])
          .isCloseTo(2 * v * Math.exp(2 * v) * (1 + v), within(1e-12 * Math.exp(2 * v)));
    }
  }

  @Test
  void severalVariablesAndRecordsKeepTheirForm() {
    Weights weights = new Weights(vector(), Tensor.scalar(2.0), Tensor.of(1, 2, 3));
    Tensor cost = sum(weights.w().mul(weights.b()));
    Tensor[] both = grad(cost, weights.w(), weights.b());
    assertThat(both[0].toDoubles()).containsExactly(2, 2, 2);
    assertThat(both[1].item()).isEqualTo(1.5);
    Weights gradients = grad(cost, weights);
    assertThat(gradients.w().toDoubles()).containsExactly(2, 2, 2);
    assertThat(gradients.b().item()).isEqualTo(1.5);
    assertThat(gradients.labels()).isSameAs(weights.labels());
  }

  @Test
  void derivativesNest() {
    Tensor x = Tensor.scalar(0.7);
    Tensor first = grad(tanh(x), x);
    Tensor second = grad(first, x);
    Tensor third = grad(second, x);
    double y = Math.tanh(0.7);
    double slope = 1 - y * y;
    assertThat(first.item()).isCloseTo(slope, within(1e-14));
    assertThat(second.item()).isCloseTo(-2 * y * slope, within(1e-14));
    assertThat(third.item()).isCloseTo(-2 * slope * slope + 4 * y * y * slope, within(1e-14));
  }

  @Test
  void productsWithJacobianAndHessianAgree() {
    Tensor x = vector();
    Tensor direction = Tensor.of(0.3, 0.2, -0.1);
    Tensor y = tanh(x.mul(x.sum()));
    double forward = sum(jvp(y, x, direction).mul(vector())).item();
    double reverse = sum(vjp(y, x, vector()).mul(direction)).item();
    assertThat(forward).isCloseTo(reverse, within(1e-14));
    Tensor cost = sum(y);
    double[] product = hvp(cost, x, direction).toDoubles();
    double[] twice = grad(sum(grad(cost, x).mul(direction)), x).toDoubles();
    assertThat(product).containsExactly(twice, within(1e-13));
  }

  @Test
  void aVariableInTheMiddleIsACut() {
    Tensor x = vector();
    Tensor h = exp(x);
    assertThat(grad(sum(square(h)), h).toDoubles())
        .containsExactly(h.mul(2).toDoubles(), within(1e-15));
  }

  @Test
  void lambdasRunOnNumbersAndHaveNumericDerivatives() {
    int[] calls = {0};
    Tensor x = vector();
    Tensor scale = Tensor.scalar(2.0);
    Tensor y =
        map(
            x,
            scale,
            (a, s) -> {
              calls[0]++;
              return Math.sin(a) * s;
            });
    assertThat(calls[0]).isEqualTo(3);
    Tensor[] g = grad(sum(y), x, scale);
    for (int i = 0; i < 3; i++) {
      double expected = 2 * Math.cos(x.toDoubles()[i]);
      assertThat(g[0].toDoubles()[i]).isCloseTo(expected, within(1e-10));
    }
    double total = 0;
    for (double v : x.toDoubles()) {
      total += Math.sin(v);
    }
    assertThat(g[1].item()).isCloseTo(total, within(1e-10));
    assertThat(mapToBool(x, a -> a > 0).toBooleans()).containsExactly(true, false, true);
    assertThat(mapToInt(x, a -> (int) (a * 2)).toInts()).containsExactly(1, -2, 4);
    assertThat(map(Tensor.of(1, 2), a -> a / 2).toDoubles()).containsExactly(0.5, 1);
  }

  @Test
  void functionsOfNumbersHaveNumericDerivatives() {
    assertThat(grad((double v) -> Math.exp(v), 1.0)).isCloseTo(Math.E, within(1e-10));
    assertThat(grad((double v) -> Math.log(v), 1e-6)).isCloseTo(1e6, within(1e-3));
    assertThat(grad((double[] v) -> v[0] * v[1], new double[] {3, 4}))
        .containsExactly(new double[] {4, 3}, within(1e-10));
    double second = grad((double v) -> grad((double u) -> Math.sin(u), v), 0.5);
    assertThat(second).isCloseTo(-Math.sin(0.5), within(1e-7));
  }

  @Test
  void aJavaNumberCutsTheHistory() {
    Tensor x = Tensor.scalar(3.0);
    Tensor through = Tensor.scalar(square(x).item());
    assertThatThrownBy(() -> grad(through, x))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("disconnected")
        .hasMessageContaining("item()");
    assertThatThrownBy(() -> grad(stopGradient(x), x)).hasMessageContaining("discrete-path");
  }

  @Test
  void writingIntoATensorMakesItANewValue() {
    Tensor x = Tensor.of(1.0, 2.0);
    Tensor before = sum(square(x));
    x.copyFrom(Tensor.of(5.0, 6.0));
    assertThatThrownBy(() -> grad(before, x)).hasMessageContaining("disconnected");
    assertThat(grad(sum(square(x)), x).toDoubles()).containsExactly(10, 12);
  }

  @Test
  void logisticRegressionLearns() {
    Random random = new Random(5);
    int rows = 60;
    float[][] x = new float[rows][3];
    float[] y = new float[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 3; j++) {
        x[i][j] = (float) random.nextGaussian();
      }
      y[i] = x[i][0] - 2 * x[i][1] + 0.5f * x[i][2] > 0 ? 1 : 0;
    }
    Tensor inputs = Tensor.of(x);
    Tensor labels = Tensor.of(y);
    LogisticRegression model = new LogisticRegression(3);
    double first = mean(model.train(inputs, labels).loss()).item();
    assertThat(first).isCloseTo(Math.log(2), within(1e-6));
    for (int step = 0; step < 100; step++) {
      model.train(inputs, labels);
    }
    LogisticRegression.Step last = model.train(inputs, labels);
    assertThat(mean(last.loss()).item()).isLessThan(0.35);
    double right = last.prediction().cast(DType.F32).eq(labels).cast(DType.F64).mean().item();
    assertThat(right).isGreaterThan(0.9);
    assertThat(model.probability(inputs).shape()).containsExactly(rows);
  }
}

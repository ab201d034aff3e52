package org.croton.processor.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.croton.Ops.concat;
import static org.croton.Ops.grad;
import static org.croton.Ops.keep;
import static org.croton.Ops.map;
import static org.croton.Ops.maximum;
import static org.croton.Ops.sigmoid;
import static org.croton.Ops.softmax;
import static org.croton.Ops.softplus;
import static org.croton.Ops.sum;
import static org.croton.Ops.tanh;
import static org.croton.Ops.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.croton.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random plain programs: their gradients, and the gradients of those, against differences. */
class RandomRunsTest {
  private static final int LENGTH = 8;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void gradientsAgreeWithDifferences(long seed) {
    Random random = new Random(seed);
    double[] at = random.doubles(6, -1, 1).toArray();
    Tensor x = matrix(at);
    double[] gradient = grad(cost(x, seed), x).toDoubles();
    for (int i = 0; i < at.length; i++) {
      double slope = slope(at, i, moved -> cost(matrix(moved), seed).item());
      assertThat(gradient[i]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void gradientsOfGradientsDo(long seed) {
    double[] at = new Random(seed).doubles(6, -1, 1).toArray();
    Tensor x = matrix(at);
    Tensor direction = matrix(new Random(seed + 1).doubles(6, -1, 1).toArray());
    Tensor along = sum(grad(cost(x, seed).add(sum(tanh(x))), x).mul(direction));
    double[] product = grad(along, x).toDoubles();
    for (int i = 0; i < at.length; i++) {
      double slope =
          slope(
              at,
              i,
              moved -> {
                Tensor y = matrix(moved);
                return sum(grad(cost(y, seed).add(sum(tanh(y))), y).mul(direction)).item();
              });
      assertThat(product[i]).isCloseTo(slope, within(1e-4 * (1 + Math.abs(slope))));
    }
  }

  private interface Function {
    double of(double[] x);
  }

  private static double slope(double[] at, int element, Function function) {
    double step = 1e-6;
    double[] up = at.clone();
    double[] down = at.clone();
    up[element] += step;
    down[element] -= step;
    return (function.of(up) - function.of(down)) / (2 * step);
  }

  private static Tensor matrix(double[] elements) {
    return Tensor.of(elements).reshape(2, 3);
  }

  /** A scalar by a program of matrices [2, 3] that the seed chooses. */
  private static Tensor cost(Tensor x, long seed) {
    Random random = new Random(seed * 31);
    List<Tensor> values = new ArrayList<>(List.of(x));
    for (int i = 0; i < LENGTH; i++) {
      Tensor a = values.get(random.nextInt(values.size()));
      Tensor b = values.get(random.nextInt(values.size()));
      values.add(step(random.nextInt(12), a, b));
    }
    return sum(values.get(values.size() - 1).mul(values.get(values.size() - 2)));
  }

  private static Tensor step(int kind, Tensor a, Tensor b) {
    switch (kind) {
      case 0:
        return a.add(b.mul(0.5));
      case 1:
        return tanh(a.mul(b));
      case 2:
        return a.dot(b.transpose()).dot(b).mul(0.2);
      case 3:
        return softmax(a, 1).sub(b);
      case 4:
        return a.sub(a.mean(keep(0)));
      case 5:
        return concat(0, a.get("1:"), b.get(":1"));
      case 6:
        return where(a.gt(b), a, sigmoid(b));
      case 7:
        return softplus(a).div(b.square().add(1));
      case 8:
        return a.mul(b.sum(1).reshape(2, 1));
      case 9:
        return map(a, b, (p, q) -> Math.sin(p) * q);
      case 10:
        return maximum(a, b.mul(0.3));
      default:
        return a.set(b.get(0, 1), 1, 2);
    }
  }
}

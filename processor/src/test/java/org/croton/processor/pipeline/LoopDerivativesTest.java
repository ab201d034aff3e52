package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives of loops that are more than one gradient: cut, nested, second, forward. */
class LoopDerivativesTest {
  @TempDir Path folder;

  private static double slope(DoubleUnaryOperator function, double at) {
    double step = 1e-5;
    return (function.applyAsDouble(at + step) - function.applyAsDouble(at - step)) / (2 * step);
  }

  private static Object part(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  @Test
  void stopGradientTruncatesTheWayBack() throws Throwable {
    Generated reader =
        Generated.of(
            folder,
            "Reader",
            """
            public class Reader {
              @Compiled
              public static Tensor slope(@F64 Tensor w, @F64("time") Tensor x, int window) {
                Tensor h = Tensor.scalar(0.0);
                Tensor cost = Tensor.scalar(0.0);
                for (int t = 0; t < x.dim(0); t++) {
                  if (t % window == 0) {
                    h = stopGradient(h);
                  }
                  h = tanh(h.mul(w).add(x.get(t)));
                  cost = cost.add(square(h));
                }
                return grad(cost, w);
              }
            }
            """);
    double[] x = {0.3, -0.8, 0.5, 1.1, -0.2, 0.7, 0.4};
    for (int window : new int[] {1, 3, 7}) {
      double expected = 0;
      double start = 0;
      for (int from = 0; from < x.length; from += window) {
        int first = from;
        int last = Math.min(from + window, x.length);
        double frozen = start;
        expected += slope(w -> window(w, x, first, last, frozen)[1], 0.9);
        start = window(0.9, x, first, last, frozen)[0];
      }
      Tensor found = (Tensor) reader.call(null, "slope", Tensor.scalar(0.9), Tensor.of(x), window);
      assertThat(found.item()).as("window " + window).isCloseTo(expected, within(1e-8));
    }
  }

  /** The state after some steps, and their cost. */
  private static double[] window(double w, double[] x, int from, int to, double start) {
    double h = start;
    double cost = 0;
    for (int t = from; t < to; t++) {
      h = Math.tanh(h * w + x[t]);
      cost += h * h;
    }
    return new double[] {h, cost};
  }

  @Test
  void derivativesInsideOfLoopsHaveDerivatives() throws Throwable {
    Generated descent =
        Generated.of(
            folder,
            "Descent",
            """
            public class Descent {
              static double height(double x) { return Math.sin(x) + 0.1 * x * x; }
              @Compiled @Gradient
              public static double lowest(double start, double rate, int steps) {
                double x = start;
                for (int i = 0; i < steps; i++) {
                  x -= rate * grad(v -> height(v), x);
                }
                return x;
              }
              @Compiled
              public static @F64("n") Tensor settle(@F64("n") Tensor start, int steps) {
                Tensor x = start;
                for (int i = 0; i < steps; i++) {
                  Tensor energy = sum(sin(x).add(square(x).mul(0.1)));
                  x = x.sub(grad(energy, x).mul(0.05));
                }
                return x;
              }
            }
            """);
    assertThat((double) descent.call(null, "lowest", 0.5, 0.05, 40))
        .isCloseTo(lowest(0.5, 0.05, 40), within(1e-12));
    Tensor settled = (Tensor) descent.call(null, "settle", Tensor.of(0.5, -2.0), 40);
    assertThat(settled.toDoubles()[0]).isCloseTo(lowest(0.5, 0.05, 40), within(1e-12));
    assertThat(settled.toDoubles()[1]).isCloseTo(lowest(-2, 0.05, 40), within(1e-12));
    Object gradient = descent.call(null, "lowestGradient", 0.5, 0.05, 40);
    assertThat((double) part(gradient, "start"))
        .isCloseTo(slope(x -> lowest(x, 0.05, 40), 0.5), within(1e-8));
    assertThat((double) part(gradient, "rate"))
        .isCloseTo(slope(rate -> lowest(0.5, rate, 40), 0.05), within(1e-5));
  }

  private static double lowest(double start, double rate, int steps) {
    double x = start;
    for (int i = 0; i < steps; i++) {
      x -= rate * (Math.cos(x) + 0.2 * x);
    }
    return x;
  }

  @Test
  void loopsHaveHessians() throws Throwable {
    Generated spring =
        Generated.of(
            folder,
            "Spring",
            """
            public class Spring {
              @Compiled @Hessian
              public static double stretch(double k, double start, int steps) {
                double x = start;
                double v = 0;
                for (int i = 0; i < steps; i++) {
                  v -= 0.1 * (k * x + x * x * x);
                  x += 0.1 * v;
                }
                return x * x;
              }
            }
            """);
    Object found = spring.call(null, "stretchHessian", 1.3, 0.8, 25);
    double[][] matrix = (double[][]) part(found, "matrix");
    double kk = slope(k -> slope(j -> stretch(j, 0.8), k), 1.3);
    double ks = slope(k -> slope(s -> stretch(k, s), 0.8), 1.3);
    double ss = slope(s -> slope(r -> stretch(1.3, r), s), 0.8);
    assertThat(matrix[0][0]).isCloseTo(kk, within(1e-4));
    assertThat(matrix[0][1]).isCloseTo(ks, within(1e-4)).isCloseTo(matrix[1][0], within(1e-12));
    assertThat(matrix[1][1]).isCloseTo(ss, within(1e-4));
  }

  private static double stretch(double k, double start) {
    double x = start;
    double v = 0;
    for (int i = 0; i < 25; i++) {
      v -= 0.1 * (k * x + x * x * x);
      x += 0.1 * v;
    }
    return x * x;
  }

  @Test
  void forwardModeGoesThroughLoopsOfUnknownLength() throws Throwable {
    Generated root =
        Generated.of(
            folder,
            "Root",
            """
            public class Root {
              @Compiled @Jvp
              public static double cubic(double a, double b) {
                double x = 1;
                while (Math.abs(x * x * x + a * x - b) > 1e-13) {
                  x -= (x * x * x + a * x - b) / (3 * x * x + a);
                }
                return x;
              }
            }
            """);
    Object found = root.call(null, "cubicJvp", 1.5, 4.0, 0.3, -1.0);
    double x = (double) part(found, "value");
    assertThat(x * x * x + 1.5 * x).isCloseTo(4, within(1e-12));
    double along = (-1.0 - 0.3 * x) / (3 * x * x + 1.5);
    assertThat((double) part(found, "tangent")).isCloseTo(along, within(1e-6));
  }
}

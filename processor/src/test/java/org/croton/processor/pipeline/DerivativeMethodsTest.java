package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.nio.file.Path;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods that derivative annotations generate, on numbers, arrays, tensors and loops. */
class DerivativeMethodsTest {
  @TempDir Path folder;

  private static Object part(Object record, String name) throws Exception {
    Method accessor = record.getClass().getMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NATIVE", "JAVA"})
  void numbersAndArrays(String target) throws Throwable {
    Generated made =
        Generated.of(
            folder,
            "Curves",
            """
            public class Curves {
              @Compiled(target = Target.%1$s)
              @Jvp @Hvp @Hessian @Jacobian @Gradient
              public static double cubic(double a, @Dims("n") double[] x) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  s += a * x[i] * x[i] * x[i];
                }
                return s * a;
              }

              @Compiled(target = Target.%1$s)
              @Jvp @Vjp @Jacobian
              public static double[] scan(double a, @Dims("n") double[] x) {
                double[] y = new double[x.length];
                double s = 1;
                for (int i = 0; i < x.length; i++) {
                  s = s * a + Math.sin(x[i]);
                  y[i] = s * s;
                }
                return y;
              }
            }
            """
                .formatted(target));
    double[] x = {1, -2};
    Object jvp = made.call(null, "cubicJvp", 3.0, x, 1.0, new double[] {0, 1});
    assertThat(part(jvp, "value")).isEqualTo(9.0 * -7);
    assertThat(part(jvp, "tangent")).isEqualTo(6.0 * -7 + 9 * 3 * 4);
    Object hessian = made.call(null, "cubicHessian", 3.0, x);
    assertThat(part(hessian, "gradient")).isEqualTo(new double[] {-42, 27, 108});
    assertThat(part(hessian, "matrix"))
        .isEqualTo(new double[][] {{-14, 18, 72}, {18, 54, 0}, {72, 0, -108}});
    Object jacobian = made.call(null, "cubicJacobian", 3.0, x);
    assertThat(part(jacobian, "a")).isEqualTo(-42.0);
    assertThat(part(jacobian, "x")).isEqualTo(new double[] {27, 108});
    Object hvp = made.call(null, "cubicHvp", 3.0, x, 1.0, new double[] {0, 1});
    assertThat(part(hvp, "xTangent")).isEqualTo(new double[] {18, 72.0 - 108});
    assertThat(part(hvp, "aTangent")).isEqualTo(-14.0 + 72);

    double[][] rows = (double[][]) part(made.call(null, "scanJacobian", 0.5, x), "x");
    double[] ahead = (double[]) made.call(null, "scan", 0.5, new double[] {1 + 1e-6, -2});
    double[] behind = (double[]) made.call(null, "scan", 0.5, new double[] {1 - 1e-6, -2});
    assertThat(rows[0][1]).isZero();
    for (int i = 0; i < 2; i++) {
      assertThat(rows[i][0]).isCloseTo((ahead[i] - behind[i]) / 2e-6, within(1e-8));
    }
    Object vjp = made.call(null, "scanVjp", 0.5, x, new double[] {1, 10});
    assertThat(((double[]) part(vjp, "x"))[0])
        .isCloseTo(rows[0][0] + 10 * rows[1][0], within(1e-12));
    Object along = made.call(null, "scanJvp", 0.5, x, 0.0, new double[] {1, 0});
    assertThat((double[]) part(along, "tangent")).containsExactly(rows[0][0], rows[1][0]);
  }

  @Test
  void tensorsInAnnotationsAndBodies() throws Throwable {
    Generated made =
        Generated.of(
            folder,
            "Fields",
            """
            import static org.croton.Ops.*;

            public class Fields {
              @Compiled @Jacobian
              public static @F64("m") Tensor flow(@F64("m, n") Tensor w, @F64("n") Tensor x) {
                return tanh(w.dot(x));
              }

              @Compiled
              public static @F64("n, n") Tensor curvature(@F64("n") Tensor x) {
                return hessian(sum(x.mul(x).mul(x)).mul(x.get(0)), x);
              }

              @Compiled
              public static @F64("m, n") Tensor slopes(@F64("m, n") Tensor w, @F64("n") Tensor x) {
                return jacobian(square(w.dot(x)), x);
              }

              @Compiled
              public static @F64("n") Tensor clipped(@F64("n") Tensor x) {
                return grad(sum(clipGradient(x, -1, 1).mul(x.mul(x))), x);
              }
            }
            """);
    Tensor w = Tensor.of(new double[] {1, 2, 3, -1, 0.5, 2}).reshape(2, 3);
    Tensor x = Tensor.of(new double[] {0.1, 0.2, -0.3});
    Object flow = made.call(null, "flowJacobian", w, x);
    double[] value = ((Tensor) part(flow, "value")).toDoubles();
    double[] byX = ((Tensor) part(flow, "x")).toDoubles();
    double[] byW = ((Tensor) part(flow, "w")).toDoubles();
    for (int i = 0; i < 2; i++) {
      double slope = 1 - value[i] * value[i];
      for (int j = 0; j < 3; j++) {
        assertThat(byX[i * 3 + j]).isCloseTo(slope * w.toDoubles()[i * 3 + j], within(1e-14));
        assertThat(byW[(i * 2 + i) * 3 + j]).isCloseTo(slope * x.toDoubles()[j], within(1e-14));
        assertThat(byW[(i * 2 + 1 - i) * 3 + j]).isZero();
      }
    }
    // cost = x0 (x0^3 + x1^3 + x2^3)
    Tensor curvature = (Tensor) made.call(null, "curvature", Tensor.of(new double[] {1, 2, 3}));
    assertThat(curvature.toDoubles()).containsExactly(12, 12, 27, 12, 12, 0, 27, 0, 18);
    Tensor slopes = (Tensor) made.call(null, "slopes", w, x);
    assertThat(slopes.toDoubles()[1]).isCloseTo(2 * -0.4 * 2, within(1e-14));
    Tensor clipped = (Tensor) made.call(null, "clipped", Tensor.of(new double[] {0.5, 3}));
    assertThat(clipped.toDoubles()).containsExactly(0.25 + 0.5, 1 + 18);
  }
}

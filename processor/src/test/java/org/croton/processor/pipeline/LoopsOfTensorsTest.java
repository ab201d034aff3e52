package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loops that carry tensors, read them at run-time indices and are differentiated, as native code.
 */
class LoopsOfTensorsTest {
  @TempDir Path folder;

  @Test
  void readsAndCarriesTensors() throws Throwable {
    Generated loops =
        Generated.of(
            folder,
            "Loops",
            """
            public class Loops {
              @Compiled
              public static Tensor pick(@F64("n") Tensor a, @F64("n") Tensor b, int[] which) {
                Tensor[] both = {a, b};
                Tensor sum = zerosLike(a);
                for (int t = 0; t < which.length; t++) sum = sum.mul(2).add(both[which[t]]);
                return sum;
              }
              @Compiled
              public static double rows(@F64("t, n") Tensor x, double limit) {
                Tensor h = zeros(DType.F64, x.dim(1));
                int steps = 0;
                for (int t = 0; t < x.dim(0); t++) {
                  h = h.mul(0.5).add(x.get(t));
                  steps++;
                  if (h.sum().item() > limit) break;
                }
                return h.sum().item() * 100 + steps;
              }
              @Compiled
              public static @F64("n") Tensor powers(@F64("n, n") Tensor a, @F64("n") Tensor start, double eps) {
                Tensor v = start;
                while (true) {
                  Tensor next = a.dot(v);
                  next = next.div(sqrt(next.mul(next).sum()));
                  if (max(next.sub(v).abs()).item() < eps) return next;
                  v = next;
                }
              }
              @Compiled @Gradient(wrt = "x")
              public static double tripling(double x) {
                double y = x;
                while (y < 100) y = y * 3;
                return y;
              }
              @Compiled
              public static double cube(double[][][] a, int i, boolean[] on, float[] f, long[] l) {
                double s = 0;
                double[][][] b = new double[a.length][2][3];
                for (int p = 0; p < a.length; p++) {
                  if (!on[p]) continue;
                  double[] row = b[p][1];
                  for (int q = 0; q < 3; q++) row[q] = a[p][i][q] * f[p] + l[p];
                  s += b[p][1][2] + b[p][0][0];
                }
                return s;
              }
            }
            """);
    Tensor picked =
        (Tensor)
            loops.call(
                null, "pick", Tensor.of(1.0, 2.0), Tensor.of(10.0, 20.0), new int[] {0, 1, 1});
    assertThat(picked.toDoubles()).containsExactly(34, 68);
    assertThatThrownBy(
            () -> loops.call(null, "pick", Tensor.of(1.0), Tensor.of(2.0), new int[] {0, 2}))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .satisfies(
            failure -> assertThat(failure.getStackTrace()[0].toString()).contains("Loops.java:7"));
    Tensor x = Tensor.of(new double[][] {{1, 1}, {2, 2}, {3, 3}});
    assertThat(loops.call(null, "rows", x, 4.5)).isEqualTo(502.0);
    assertThat(loops.call(null, "rows", x, 1e9)).isEqualTo(853.0);
    Tensor v =
        (Tensor)
            loops.call(
                null,
                "powers",
                Tensor.of(new double[][] {{2, 0}, {0, 1}}),
                Tensor.of(1.0, 1.0),
                1e-9);
    assertThat(v.toDoubles()[0]).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-8));
    assertThat(loops.call(null, "tripling", 2.0)).isEqualTo(162.0);
    assertThat(loops.call(null, "triplingGradient", 2.0).toString()).contains("x=81.0");
    double[][][] a = {{{1, 2, 3}, {4, 5, 6}}, {{7, 8, 9}, {10, 11, 12}}};
    assertThat(
            loops.call(
                null,
                "cube",
                a,
                1,
                new boolean[] {true, false},
                new float[] {2, 3},
                new long[] {5, 6}))
        .isEqualTo(17.0);
  }
}

package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls on tensors that fail for some sizes and indices: only where they are reached. */
class PartialCallsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "(target = Target.JAVA)"})
  void anExtremeOfNothingFails(String target) throws Throwable {
    Generated extremes =
        Generated.of(
            folder,
            "Extremes",
            """
            public class Extremes {
              @Compiled
              public static double most(@F64("n") Tensor x) {
                return x.max().item();
              }
              @Compiled
              public static @F64("m") Tensor least(@F64("m, n") Tensor x) {
                return x.min(1);
              }
              @Compiled
              public static @I64("n") Tensor places(@F64("m, n") Tensor x) {
                return x.argmax(0).add(1);
              }
              @Compiled
              public static double guarded(@F64("n") Tensor x) {
                return x.dim(0) == 0 ? -1 : x.max().item();
              }
              @Compiled
              public static double known(@F64("n") Tensor x) {
                return concat(0, x, zeros(DType.F64, 1)).argmin(0).toInt();
              }
            }
            """
                .replace("@Compiled", "@Compiled" + target));
    Tensor none = Tensor.zeros(DType.F64, 0);
    assertThatThrownBy(() -> extremes.call(null, "most", none))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("no elements to choose from [empty-reduction]")
        .satisfies(e -> assertThat(e.getStackTrace()[0].getLineNumber()).isEqualTo(5));
    assertThatThrownBy(() -> extremes.call(null, "least", Tensor.zeros(DType.F64, 3, 0)))
        .hasMessageContaining("[empty-reduction]");
    assertThatThrownBy(() -> extremes.call(null, "places", Tensor.zeros(DType.F64, 0, 3)))
        .hasMessageContaining("[empty-reduction]");
    Tensor rows = (Tensor) extremes.call(null, "least", Tensor.zeros(DType.F64, 0, 0));
    assertThat(rows.shape()).containsExactly(0);
    assertThat(extremes.call(null, "most", Tensor.of(3.0, 7.0))).isEqualTo(7.0);
    assertThat(extremes.call(null, "guarded", none)).isEqualTo(-1.0);
    assertThat(extremes.call(null, "guarded", Tensor.of(3.0, 7.0))).isEqualTo(7.0);
    assertThat(extremes.call(null, "known", none)).isEqualTo(0.0);
  }

  @Test
  void whatIsNotReachedDoesNotFail() throws Throwable {
    Generated guards =
        Generated.of(
            folder,
            "Guards",
            """
            public class Guards {
              @Compiled
              public static double rows(@F64("n, m") Tensor x, int k) {
                double s = 0;
                for (int t = 0; t < k; t++) {
                  if (t < x.dim(0)) s += x.get(t).sum().item();
                }
                return s;
              }
              @Compiled
              public static double gathered(@F64("n") Tensor x, @I64("k") Tensor i, boolean use) {
                return use ? x.gather(i).sum().item() : -1;
              }
              @Compiled
              public static double found(@F64("n") Tensor x) {
                int i = 0;
                while (i < x.dim(0) && x.get(i).item() < 5) i++;
                return i;
              }
            }
            """);
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertThat(guards.call(null, "rows", x, 5)).isEqualTo(10.0);
    Tensor far = Tensor.of(new long[] {7});
    assertThat(guards.call(null, "gathered", Tensor.of(1.0, 2.0), far, false)).isEqualTo(-1.0);
    assertThatThrownBy(() -> guards.call(null, "gathered", Tensor.of(1.0, 2.0), far, true))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(guards.call(null, "found", Tensor.of(1.0, 2.0))).isEqualTo(2.0);
    assertThat(guards.call(null, "found", Tensor.of(1.0, 9.0))).isEqualTo(1.0);
  }

  @Test
  void rangesStartAtNumbersOfTheRun() throws Throwable {
    Generated windows =
        Generated.of(
            folder,
            "Windows",
            """
            public class Windows {
              @Compiled
              public static double most(@F64("n") Tensor x, int w) {
                double s = 0;
                for (int i = 0; i + w <= x.dim(0); i++) s = s / 2 + max(x.slice(0, i, i + w)).item();
                return s;
              }
              @Compiled @Gradient
              public static double patches(@F64("h, w") Tensor x, @F64("2, 3") Tensor k) {
                double s = 0;
                for (int i = 0; i < x.dim(0) - 1; i++) {
                  for (int j = 0; j + 3 <= x.dim(1); j++) {
                    double v = sum(x.get(range(i, i + 2), range(j, j + 3)).mul(k)).item();
                    s += v * v;
                  }
                }
                return s;
              }
              @Compiled
              public static @F64("n, m") Tensor write(@F64("n, m") Tensor x) {
                Tensor y = x;
                for (int i = 0; i + 2 <= x.dim(0); i += 3) {
                  y = y.set(y.get(range(i, i + 2)).mul(2), range(i, i + 2));
                }
                for (int j = 1; j + 2 <= x.dim(1); j++) {
                  y = y.inc(y.get(all(), range(j - 1, j + 1)), all(), range(j, j + 2));
                }
                return y;
              }
              @Compiled
              public static double line(@F64("n, m") Tensor x, int k, int from) {
                double s = 0;
                for (int t = 0; t < k; t++) s += x.get(at(t), range(t + from, t + from + 2)).sum().item();
                return s;
              }
            }
            """);
    assertThat(windows.call(null, "most", Tensor.of(1.0, 5.0, 2.0, 4.0, 3.0), 2)).isEqualTo(7.875);
    Tensor x = Tensor.of(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 8, 7, 6}, {5, 4, 3, 1}});
    Tensor k = Tensor.of(new double[][] {{1, 2, -1}, {0, 1, 3}});
    double value = (double) windows.call(null, "patches", x, k);
    Object gradient = windows.call(null, "patchesGradient", x, k);
    Tensor slopes = (Tensor) gradient.getClass().getMethod("k").invoke(gradient);
    Tensor moved = Tensor.of(new double[][] {{1, 2, -1}, {0, 1, 3 + 1e-6}});
    assertThat(slopes.toDoubles2()[1][2])
        .isCloseTo(((double) windows.call(null, "patches", x, moved) - value) / 1e-6, within(1e-2));
    Tensor written = (Tensor) windows.call(null, "write", x);
    assertThat(written.toDoubles2()[0]).containsExactly(2, 6, 16, 8 + 10);
    assertThat(windows.call(null, "line", x, 3, 0)).isEqualTo(1.0 + 2 + 6 + 7 + 7 + 6);
    assertThatThrownBy(() -> windows.call(null, "line", x, 4, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .satisfies(e -> assertThat(e.getStackTrace()[0].getLineNumber()).isPositive());
    assertThatThrownBy(() -> windows.call(null, "line", x, 3, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}

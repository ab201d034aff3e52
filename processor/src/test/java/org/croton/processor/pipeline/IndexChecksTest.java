package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which indices are checked when a kernel runs: those that the loops around do not bound. */
class IndexChecksTest {
  @TempDir Path folder;

  @Test
  void boundsOfLoopsProveIndices() throws Exception {
    assertThat(
            checks(
                """
                @Compiled static double f(@Dims("n, n") double[][] a, @Dims("n") double[] x) {
                  int n = x.length;
                  double s = 0;
                  for (int i = 0; i < n; i++) {
                    for (int j = i + 1; j < n; j++) s += a[i][j] * x[j] - a[j][i] * x[i];
                    for (int j = n - 1; j >= i; j--) s *= 1 + x[j];
                    if (i > 0) s += x[i - 1];
                  }
                  for (int i = 1; i < n - 1; i++) s += x[i - 1] * x[i + 1];
                  return s;
                }
                """))
        .isZero();
  }

  @Test
  void arraysThatAreWrittenToo() throws Exception {
    assertThat(
            checks(
                """
                @Compiled static double[] f(@Dims("n") double[] x) {
                  double[] y = new double[x.length];
                  for (int i = 0; i < x.length; i++) {
                    y[i] = x[i];
                    for (int j = 0; j < i; j++) y[i] += y[j] * x[i - j];
                  }
                  return y;
                }
                """))
        .isZero();
  }

  @Test
  void whatIsNotProvenIsChecked() throws Exception {
    String outside = "for (int i = 0; i <= x.length; i++) s += x[i];";
    String before = "for (int i = 0; i < x.length; i++) s += x[i - 1];";
    String far = "for (int i = 0; i < x.length; i++) s += x[(i * 65536 * 65536) + i + i];";
    String other = "for (int i = 0; i < k; i++) s += x[i];";
    String negative = "for (int i = k; i < x.length; i++) s += x[i];";
    for (String loop : new String[] {outside, before, far, other, negative}) {
      assertThat(checks(method(loop))).as(loop).isPositive();
    }
  }

  @Test
  void anIndexOutOfRangeStillThrows() throws Throwable {
    Generated sum =
        Generated.of(
            folder,
            "Sum",
            "public class Sum {" + method("for (int i = k; i < x.length; i++) s += x[i];") + "}");
    double[] x = {1, 2, 3};
    assertThat(sum.call(null, "f", x, 1)).isEqualTo(6.0);
    assertThatThrownBy(() -> sum.call(null, "f", x, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Indices that run evenly are tested at their ends, and the loop stops where Java stops. */
  @Test
  void evenIndicesAreCheckedOnceForTheLoop() throws Throwable {
    Generated runs =
        Generated.of(
            folder,
            "Runs",
            """
            public class Runs {
              @Compiled static double ahead(@Dims("n") double[] x, int from, int trips) {
                double s = 0;
                for (int i = 0; i < trips; i++) s += x[from + i];
                return s;
              }
              @Compiled static double back(@Dims("n") double[] x, int from, int trips) {
                double s = 0;
                for (int i = 0; i < trips; i++) s += x[from - 2 * i];
                return s;
              }
              @Compiled static double counted(@Dims("n") double[] x, int from, int trips) {
                double s = 0;
                int at = from;
                for (int i = 0; i < trips; i++) {
                  s += x[at] * x[(at - from) + 1];
                  at += 3;
                }
                return s + at;
              }
              @Compiled static double[] copied(@Dims("n") double[] x, int from, int trips) {
                double[] y = new double[x.length];
                for (int i = 0; i < trips; i++) y[i + from] = 2 * x[i];
                return y;
              }
            }
            """);
    for (String method : new String[] {"ahead", "back", "counted", "copied"}) {
      for (int from : new int[] {-4, -1, 0, 1, 3, 6, 7, 8, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        for (int trips : new int[] {-1, 0, 1, 2, 3, 7, 8, 9}) {
          assertThat(outcome(runs, method, from, trips))
              .as("%s from %d, %d trips", method, from, trips)
              .isEqualTo(expected(method, from, trips));
        }
      }
    }
  }

  /** Indices are checked before the lanes that read by them, and the first wrong one is told. */
  @Test
  void gatheredIndicesAreCheckedFirst() throws Throwable {
    Generated rows =
        Generated.of(
            folder,
            "Rows",
            """
            import static org.croton.Ops.*;

            public class Rows {
              @Compiled static @F64("p") Tensor seen(@F64("n, 4") Tensor rows,
                  @F64("m, 2") Tensor points, @I64("p") Tensor row, @I64("p") Tensor point) {
                Tensor r = rows.gather(row);
                Tensor q = points.gather(point);
                return exp(r.get(":, 1")).mul(q.get(":, 0")).add(r.get(":, 3"));
              }
            }
            """);
    Tensor table = Tensor.of(new double[][] {{1, 0, 3, 4}, {5, 0, 7, 8}});
    Tensor points = Tensor.of(new double[][] {{10, 1}, {20, 2}, {30, 3}});
    Tensor row = Tensor.of(0L, 1L, -1L);
    Tensor point = Tensor.of(2L, 0L, -2L);
    assertThat(((Tensor) rows.call(null, "seen", table, points, row, point)).toDoubles())
        .containsExactly(34, 18, 28);
    Tensor firstFar = Tensor.of(0L, 77L, 0L);
    Tensor lastFar = Tensor.of(0L, 0L, 99L);
    assertThatThrownBy(() -> rows.call(null, "seen", table, points, firstFar, lastFar))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("77");
    assertThatThrownBy(() -> rows.call(null, "seen", table, points, lastFar, firstFar))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("77");
  }

  @Test
  void aGradientFailsWhereTheValueDoes() throws Throwable {
    Generated runs =
        Generated.of(
            folder,
            "Sweeps",
            """
            public class Sweeps {
              @Compiled @Gradient
              public static double sweep(@Dims("n") double[] b, int rounds) {
                double[] x = b.clone();
                for (int t = 0; t < rounds; t++) {
                  for (int i = 1; i < x.length; i++) {
                    x[i + t] = Math.sin(x[i - 1] + b[i]) + x[i] * x[i - 1];
                  }
                }
                return x[0] * x[1];
              }
            }
            """);
    for (String method : new String[] {"sweep", "sweepGradient"}) {
      assertThatThrownBy(() -> runs.call(null, method, SEVEN, 2))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("index 7 is out of range for size 7")
          .satisfies(e -> assertThat(e.getStackTrace()[0].getLineNumber()).isPositive());
    }
  }

  private static final double[] SEVEN = {1, 2, 3, 4, 5, 6, 7};

  private static String outcome(Generated runs, String method, int from, int trips)
      throws Throwable {
    try {
      Object value = runs.call(null, method, SEVEN, from, trips);
      return value instanceof double[] array ? Arrays.toString(array) : value.toString();
    } catch (IndexOutOfBoundsException e) {
      return "out of range";
    }
  }

  private static String expected(String method, int from, int trips) {
    double s = 0;
    double[] y = new double[SEVEN.length];
    int at = from;
    try {
      for (int i = 0; i < trips; i++) {
        switch (method) {
          case "ahead" -> s += SEVEN[from + i];
          case "back" -> s += SEVEN[from - 2 * i];
          case "counted" -> s += SEVEN[at] * SEVEN[(at - from) + 1];
          default -> y[i + from] = 2 * SEVEN[i];
        }
        at += 3;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      return "out of range";
    }
    return switch (method) {
      case "copied" -> Arrays.toString(y);
      case "counted" -> String.valueOf(s + at);
      default -> String.valueOf(s);
    };
  }

  private static String method(String loop) {
    return "@Compiled static double f(@Dims(\"n\") double[] x, int k) { double s = k; "
        + loop
        + " return s; }";
  }

  private int checks(String method) throws Exception {
    Path dump = folder.resolve("dump");
    JavaProject project =
        Generated.project(
            folder, "Loops", "public class Loops {" + method + "}", "-Acroton.dump=" + dump);
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    return Files.readString(dump.resolve("CompiledLoops.1-c.txt")).split("failure\\[0\\]").length
        - 1;
  }
}

package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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

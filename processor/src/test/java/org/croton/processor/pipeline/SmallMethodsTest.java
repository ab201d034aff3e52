package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods of a few operations on numbers are Java in the generated class, others native. */
class SmallMethodsTest {
  @TempDir Path folder;

  private static final String CLASS =
      """
      public class Small {
        @Compiled @Gradient
        public static double slope(double x, float y, int k, boolean up) {
          return up ? x * x * y + k / 2 : Math.sqrt(x) - y;
        }

        @Compiled public static double curve(double x) { return Math.exp(x) * x; }

        @Compiled public static double summed(double x, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) s += x * i;
          return s;
        }

        @Compiled public static double first(@Dims("n") double[] x) { return x[0] * 2; }

        @Compiled public static double much(double x) {
          double a = x;
          %s
          return a;
        }
      }
      """
          .formatted(
              IntStream.range(0, 40)
                  .mapToObj(i -> "a = a * x + " + i + ";")
                  .collect(Collectors.joining("\n")));

  @Test
  void onlyFewOperationsOnNumbers() throws Exception {
    Path dump = folder.resolve("dump");
    JavaProject project =
        Generated.project(folder, "Small", CLASS, "-Acroton.report=time", "-Acroton.dump=" + dump);
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    List<String> inJava =
        project.messages().lines().filter(line -> line.contains("runs as Java")).toList();
    assertThat(inJava)
        .hasSize(2)
        .anyMatch(line -> line.contains("CompiledSmall.slope:"))
        .anyMatch(line -> line.contains("CompiledSmall.slopeGradient:"));
    try (var files = Files.list(dump)) {
      Path c = files.filter(file -> file.toString().endsWith("-c.txt")).findFirst().orElseThrow();
      assertThat(Files.readString(c).split("static int32_t k\\d+\\(")).hasSize(1 + 4);
    }
  }

  /** They compute what the text says, to the last bit. */
  @Test
  void roundAsJavaDoes() throws Throwable {
    Generated small = Generated.of(folder, "Small", CLASS);
    for (double x : new double[] {0, -0.0, 0.1, 1e300, -7, Double.NaN, Double.POSITIVE_INFINITY}) {
      for (float y : new float[] {0.1f, -3, Float.NaN}) {
        for (int k : new int[] {-7, 0, Integer.MAX_VALUE}) {
          assertThat(small.call(null, "slope", x, y, k, true)).isEqualTo(x * x * y + k / 2);
          assertThat(small.call(null, "slope", x, y, k, false)).isEqualTo(Math.sqrt(x) - y);
        }
      }
    }
    assertThat(small.call(null, "slopeGradient", 3.0, 2f, 5, true).toString())
        .isEqualTo("slopeGradient[value=20.0, x=12.0, y=9.0]".replaceFirst("s", "S"));
  }
}

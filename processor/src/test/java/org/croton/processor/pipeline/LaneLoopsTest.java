package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops whose iterations run side by side give what they give one after the other. */
class LaneLoopsTest {
  private static final String TEXT =
      """
      public class Lanes {
        @Compiled static double[][] paths(@Dims("n, 2") double[][] starts, int steps, double h) {
          double[][] ends = new double[starts.length][2];
          for (int i = 0; i < starts.length; i++) {
            double x = starts[i][0];
            double v = starts[i][1];
            for (int t = 0; t < steps; t++) {
              double a = -x * x * x;
              x = x + h * v;
              v = v + h * a;
            }
            ends[i][0] = x;
            ends[i][1] = v;
          }
          return ends;
        }
        @Compiled static double total(@Dims("n") double[] x, int steps) {
          double sum = 1;
          double product = 1;
          for (int i = 0; i < x.length; i++) {
            double y = x[i];
            for (int t = 0; t < steps; t++) y = 0.5 * (y + x[i] / y);
            sum += y;
            product = product * 0.9 + sum;
          }
          return product;
        }
        @Compiled static double nested(@Dims("n, k") double[][] x, int steps) {
          double best = -1;
          for (int i = 0; i < x.length; i++) {
            double y = 0;
            for (int j = 0; j < x[0].length; j++) {
              double z = x[i][j];
              for (int t = 0; t < steps; t++) z = z - 0.1 * (z * z - 2) * (z + y) + 0.3 * z * z - 0.2 * z;
              y += z;
            }
            best = Math.max(best, y);
          }
          return best;
        }
        @Compiled static double gathered(@Dims("n") double[] x, @Dims("k") int[] at, int steps) {
          double sum = 0;
          for (int i = 0; i < at.length; i++) {
            double y = x[at[i]];
            for (int t = 0; t < steps; t++) y = 0.5 * (y + 2 / y);
            sum += y;
          }
          return sum;
        }
        @Compiled static double[] unequal(@Dims("n") double[] x) {
          double[] out = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            double y = x[i];
            for (int t = 0; t < i; t++) y = 0.5 * (y + x[i] / y);
            out[i] = y;
          }
          return out;
        }
        @Compiled static double[] chained(@Dims("n") double[] x, int steps) {
          double[] out = new double[x.length];
          for (int i = 1; i < x.length; i++) {
            double y = x[i];
            for (int t = 0; t < steps; t++) y = 0.5 * (y + out[i - 1]);
            out[i] = y + 1;
          }
          return out;
        }
        @Compiled static double[] turned(@Dims("n") double[] x, int steps) {
          double[] out = x.clone();
          for (int i = 0; i < x.length; i++) {
            double y = x[i];
            for (int t = 0; t < steps; t++) y = 0.5 * (y + out[x.length - 1 - i]);
            out[x.length - 1 - i] += y;
          }
          return out;
        }
        @Compiled static double[] folded(@Dims("n") double[] x, int steps) {
          double[] out = x.clone();
          for (int i = 0; i < x.length; i++) {
            double y = out[i];
            for (int t = 0; t < steps; t++) y = 0.5 * (y + x[i]);
            out[x.length - 1 - i] += y;
          }
          return out;
        }
        @Compiled static double through(@Dims("n") double[] x, int steps) {
          double s = 0;
          for (int i = 0; i < x.length; i++) {
            for (int t = 0; t < steps; t++) s = 0.5 * s + x[i];
          }
          return s;
        }
      }
      """;

  @TempDir Path folder;
  private Generated lanes;

  @BeforeEach
  void compile() throws Exception {
    lanes = Generated.of(folder, "Lanes", TEXT, "-Acroton.dump=" + folder.resolve("dump"));
  }

  @Test
  void sideBySideAndAlone() throws Throwable {
    for (int n : new int[] {0, 1, 2, 63, 64, 65, 130}) {
      for (int steps : new int[] {-1, 0, 1, 9}) {
        same("total", points(n, 1)[0], steps);
        if (n > 0) { // rows have a length where there are rows
          same("paths", points(n, 2), steps, 0.01);
          same("nested", points(n, 3), steps);
        }
        same("through", points(n, 1)[0], steps);
        same("chained", points(n, 1)[0], steps);
        same("turned", points(n, 1)[0], steps);
        same("folded", points(n, 1)[0], steps);
        int[] at = IntStream.range(0, n).map(i -> i * 7 % 5).toArray();
        same("gathered", points(5, 1)[0], at, steps);
      }
      same("unequal", (Object) points(n, 1)[0]);
    }
  }

  @Test
  void aWrongIndexIsReported() throws Throwable {
    int[] at = new int[100];
    at[80] = 5;
    same("gathered", points(5, 1)[0], at, 3);
    at[80] = 0;
    at[99] = -1;
    same("gathered", points(5, 1)[0], at, 3);
  }

  @Test
  void runInBlocksWhereIterationsAreSeparate() throws Exception {
    for (String method : new String[] {"paths", "total", "nested", "gathered", "turned"}) {
      assertThat(loops(method)).as(method).contains("in blocks");
    }
    for (String method : new String[] {"unequal", "chained", "through", "folded"}) {
      assertThat(loops(method)).as(method).doesNotContain("in blocks");
    }
  }

  private String loops(String method) throws Exception {
    return Files.readString(folder.resolve("dump/CompiledLanes." + method + ".3-loops.txt"));
  }

  /** Rows of {@code n} points for one column, else points of so many columns. */
  private static double[][] points(int n, int columns) {
    Random random = new Random(n);
    int rows = columns == 1 ? 1 : n;
    double[][] points = new double[rows][columns == 1 ? n : columns];
    for (double[] row : points) {
      Arrays.setAll(row, i -> 0.5 + random.nextDouble());
    }
    return points;
  }

  private void same(String name, Object... arguments) throws Throwable {
    assertThat(outcome(() -> lanes.call(null, name, arguments)))
        .as("%s%s", name, Arrays.deepToString(arguments))
        .isEqualTo(outcome(() -> original(name, arguments)));
  }

  private Object original(String name, Object... arguments) throws Throwable {
    Class<?> type = Class.forName("p.Lanes", true, lanes.type().getClassLoader());
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private interface Call {
    Object run() throws Throwable;
  }

  private static String outcome(Call call) throws Throwable {
    try {
      return Arrays.deepToString(new Object[] {call.run()});
    } catch (IndexOutOfBoundsException e) {
      return "out of range";
    }
  }
}

package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops that fill an array of which only the last elements are read afterwards. */
class LastStepsTest {
  private static final String SOURCE =
      """
      public class Steps {
        @Compiled @Gradient
        public static double last(@Dims("n") double[] x) {
          double[] path = new double[x.length];
          double s = 1;
          for (int i = 0; i < x.length; i++) {
            s = Math.sin(s) + x[i];
            path[i] = s;
          }
          return path[x.length - 1] * path[x.length - 1];
        }

        @Compiled
        public static double one(@Dims("n") double[] x) {
          double[] path = new double[x.length];
          path[0] = x[0];
          for (int i = 1; i < x.length; i++) path[i] = 0.5 * path[i - 1] + x[i];
          return path[x.length - 1];
        }

        @Compiled
        public static double two(@Dims("n") double[] x) {
          double[] path = new double[x.length];
          path[0] = x[0];
          path[1] = 2;
          for (int i = 2; i < x.length; i++) path[i] = path[i - 2] * x[i] + path[i - 1];
          return path[x.length - 1] - path[x.length - 2];
        }

        @Compiled
        public static double first(@Dims("n") double[] x) {
          double[] path = new double[x.length];
          for (int i = 0; i < x.length; i++) path[i] = (i > 0 ? path[i - 1] : 3) * x[i];
          return path[x.length - 1];
        }

        @Compiled
        public static double middle(@Dims("n") double[] x) {
          double[] path = new double[x.length];
          for (int i = 0; i < x.length; i++) path[i] = x[i] * i;
          return path[x.length / 2];
        }
      }
      """;

  @TempDir Path folder;

  private static String outcome(Class<?> type, String method, double[] x) throws Exception {
    try {
      double value = (double) type.getMethod(method, double[].class).invoke(null, x);
      return String.format(Locale.ROOT, "%.12f", value);
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(IndexOutOfBoundsException.class);
      return "out of range";
    }
  }

  @Test
  void valuesAndErrorsStayTheSame() throws Exception {
    Class<?> compiled = Generated.of(folder, "Steps", SOURCE).type();
    Class<?> original = Class.forName("p.Steps", true, compiled.getClassLoader());
    for (String method : new String[] {"last", "one", "two", "first", "middle"}) {
      for (int n = 0; n < 6; n++) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) x[i] = 0.3 + 0.4 * i;
        assertThat(outcome(compiled, method, x))
            .as("%s of %d", method, n)
            .isEqualTo(outcome(original, method, x));
      }
    }
  }

  @Test
  void memoryIsThatOfTheStepsThatAreRead() throws Exception {
    Path dump = folder.resolve("dump");
    JavaProject project = Generated.project(folder, "Steps", SOURCE, "-Acroton.dump=" + dump);
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    for (String method : new String[] {"last", "one", "two"}) {
      assertThat(bytes(dump, method, 1_000_000)).as(method).isLessThan(10_000);
    }
    assertThat(bytes(dump, "middle", 1_000_000)).isGreaterThanOrEqualTo(8_000_000);
    assertThat(bytes(dump, "lastGradient", 1_000_000)).isLessThan(8_000_000 + 10_000);
  }

  private static long bytes(Path dump, String method, int n) throws Exception {
    String text = Files.readString(dump.resolve("CompiledSteps." + method + ".2-rewritten.txt"));
    Graph graph = GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder());
    return CompiledGraph.of(method, graph, true).function().workspaceBytes().evaluate(x -> n);
  }
}

package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Buffer;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gradient of a program with loops makes a fixed multiple of the program's iterations, whatever
 * the size, and its memory grows as the program's does. Iterations are counted, not timed: each
 * {@code for} of the generated C counts its rounds.
 */
class AdjointCostTest {
  private static final String SOURCE =
      """
      public class Costs {
        @Compiled @Gradient
        public static double prefix(@Dims("n") double[] x) {
          double[] sums = new double[x.length];
          double s = 0;
          for (int i = 0; i < x.length; i++) {
            s += x[i];
            sums[i] = s;
          }
          double cost = 0;
          for (int i = 0; i < x.length; i++) cost += sums[i] * Math.sin(sums[i]);
          return cost;
        }

        @Compiled @Gradient
        public static double solve(@Dims("n, n") double[][] l, @Dims("n") double[] b) {
          double[] x = new double[b.length];
          for (int i = 0; i < b.length; i++) {
            double s = b[i];
            for (int j = 0; j < i; j++) s -= l[i][j] * x[j];
            x[i] = s / (l[i][i] + 5);
          }
          double cost = 0;
          for (int i = 0; i < b.length; i++) cost += x[i] * x[i];
          return cost;
        }

        @Compiled @Gradient
        public static double bodies(@Dims("n") double[] x, @Dims("n") double[] v) {
          double[] at = x.clone();
          double[] speed = v.clone();
          for (int i = 0; i < at.length; i++) {
            double force = 0;
            for (int j = 0; j < at.length; j++) {
              double d = at[j] - at[i];
              force += d / Math.sqrt(d * d * d + 5);
            }
            speed[i] += 0.01 * force;
          }
          for (int i = 0; i < at.length; i++) at[i] += 0.01 * speed[i];
          double cost = 0;
          for (int i = 0; i < at.length; i++) cost += at[i] * at[i] + speed[i];
          return cost;
        }

        @Compiled @Gradient
        public static double cholesky(@Dims("n, n") double[][] a) {
          int n = a.length;
          double[][] l = new double[n][n];
          for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
              double s = a[i][j];
              for (int k = 0; k < j; k++) s -= l[i][k] * l[j][k];
              l[i][j] = i == j ? Math.sqrt(s) : s / l[j][j];
            }
          }
          double cost = 0;
          for (int i = 0; i < n; i++) cost += Math.log(l[i][i]);
          return cost;
        }

        @Compiled @Gradient
        public static double inPlace(@Dims("n, n") double[][] a) {
          int n = a.length;
          double[][] l = new double[n][n];
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) l[i][j] = a[i][j];
          }
          for (int k = 0; k < n; k++) {
            l[k][k] = Math.sqrt(l[k][k]);
            for (int i = k + 1; i < n; i++) l[i][k] /= l[k][k];
            for (int j = k + 1; j < n; j++) {
              for (int i = j; i < n; i++) l[i][j] -= l[i][k] * l[j][k];
            }
          }
          double cost = 0;
          for (int i = 0; i < n; i++) cost += Math.log(l[i][i]);
          return cost;
        }

        @Compiled @Gradient
        public static double lu(@Dims("n, n") double[][] a, @Dims("n") double[] b) {
          int n = b.length;
          double[][] u = new double[n][n];
          double[] x = new double[n];
          for (int i = 0; i < n; i++) {
            x[i] = b[i];
            for (int j = 0; j < n; j++) u[i][j] = a[i][j];
          }
          for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
              double f = u[i][k] / u[k][k];
              u[i][k] = f;
              for (int j = k + 1; j < n; j++) u[i][j] -= f * u[k][j];
              x[i] -= f * x[k];
            }
          }
          for (int i = n - 1; i >= 0; i--) {
            double s = x[i];
            for (int j = i + 1; j < n; j++) s -= u[i][j] * x[j];
            x[i] = s / u[i][i];
          }
          double cost = 0;
          for (int i = 0; i < n; i++) cost += x[i] * x[i];
          return cost;
        }

        @Compiled @Gradient
        public static double seidel(@Dims("n") double[] b) {
          double[] x = new double[b.length];
          for (int i = 0; i < x.length; i++) x[i] = b[i];
          for (int t = 0; t < b.length; t++) {
            for (int i = 1; i < x.length - 1; i++) {
              x[i] = Math.sin(x[i - 1] + x[i] * x[i + 1]) + b[i];
            }
          }
          double cost = 0;
          for (int i = 0; i < x.length; i++) cost += x[i] * x[i];
          return cost;
        }
      }
      """;

  @TempDir Path folder;

  private CompiledGraph kernel(String method) throws Exception {
    Path dump = folder.resolve("dump");
    if (!Files.exists(dump)) {
      JavaProject project = Generated.project(folder, "Costs", SOURCE, "-Acroton.dump=" + dump);
      assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    }
    String text = Files.readString(dump.resolve("CompiledCosts." + method + ".2-rewritten.txt"));
    Graph graph = GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder());
    return CompiledGraph.of(method, graph, true);
  }

  /** Rounds of all loops of the method's C at this size. */
  private long rounds(CompiledGraph kernel, int n) throws Exception {
    Path count = folder.resolve("count");
    List<Literal> arguments = new ArrayList<>();
    for (Graph.Input input : kernel.graph().inputs()) {
      int[] shape = new int[input.value().tensor().rank()];
      Arrays.fill(shape, n);
      double[] elements = new double[Literal.count(shape)];
      Arrays.setAll(elements, i -> Math.sin(1.0 + i));
      arguments.add(Literal.reals(input.value().tensor().dtype(), shape, elements));
    }
    CProgram program = CProgram.counting(folder, kernel, count);
    assertThat(program.run(List.of(arguments), List.of(Map.of("n", n))).get(0).code()).isZero();
    return Long.parseLong(Files.readString(count).strip());
  }

  /** Bytes of a call: what is handed in and out, and the workspace. */
  private static long bytes(CompiledGraph kernel, int n) {
    long bytes = kernel.function().workspaceBytes().evaluate(name -> n);
    for (Buffer buffer : kernel.function().parameters()) {
      bytes += buffer.shape().size().evaluate(name -> n) * buffer.dtype().bytes();
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"prefix", "solve", "bodies"})
  void gradientsCostAFixedMultiple(String method) throws Exception {
    CompiledGraph value = kernel(method);
    CompiledGraph gradient = kernel(method + "Gradient");
    int[] sizes =
        method.equals("prefix")
            ? new int[] {100, 1_000, 10_000, 100_000}
            : new int[] {10, 32, 100, 316};
    for (int n : sizes) {
      assertThat((double) rounds(gradient, n) / rounds(value, n))
          .as("rounds at %s", n)
          .isLessThan(8);
      assertThat((double) bytes(gradient, n) / bytes(value, n)).as("bytes at %s", n).isLessThan(4);
    }
  }

  /**
   * Programs that overwrite elements again and again. Besides the memory that the program has, its
   * gradient has one number for each write, or for each iteration of the square or cube around it.
   *
   * @param rank power of n that bounds the program's writes
   */
  @ParameterizedTest
  @CsvSource({"cholesky, 2", "inPlace, 3", "lu, 3", "seidel, 2"})
  void gradientsSaveOnlyWhatIsOverwritten(String method, int rank) throws Exception {
    CompiledGraph value = kernel(method);
    CompiledGraph gradient = kernel(method + "Gradient");
    int[] sizes = rank == 2 ? new int[] {10, 32, 100, 316} : new int[] {10, 32, 100};
    for (int n : sizes) {
      assertThat((double) rounds(gradient, n) / rounds(value, n))
          .as("rounds at %s", n)
          .isLessThan(4);
      long writes = (long) Math.pow(n, rank);
      assertThat(bytes(gradient, n))
          .as("bytes at %s", n)
          .isLessThan(4 * bytes(value, n) + Double.BYTES * writes);
    }
  }
}

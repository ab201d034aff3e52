package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.croton.processor.pipeline.LoopRuns.Arguments;
import org.croton.processor.pipeline.LoopRuns.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops whose iterations run in blocks give what they give one after the other. */
class BlockLoopsTest {
  /** Turned by what follows; an array of its own for each iteration. */
  private static final String POINT =
      """
          double[] t = new double[m];
          for (int j = 0; j < m; j++) t[j] = w[j] * (x[i] - 0.3 * j) + 0.01 * i;
          for (int j = 0; j < m; j++) {
            for (int r = j + 1; r < m; r++) t[r] += 0.1 * w[r] * t[j];
          }
          double norm = 0;
          for (int j = 0; j < m; j++) norm += t[j] * t[j];
      """;

  private static final String WEIGHTS =
      """
        double[] w = new double[m];
        for (int j = 0; j < m; j++) w[j] = Math.sin(a + j);
        double s = 0;
      """;

  private static final String UP = "  for (int i = 0; i < x.length; i++) {\n";
  private static final String DOWN = "  for (int i = x.length - 1; i >= 0; i--) {\n";

  private static final Map<String, String> BLOCKED =
      Map.of(
          "sum",
          WEIGHTS + UP + POINT + "  s += Math.log(1 + norm); }\n return s;\n",
          "down",
          WEIGHTS + DOWN + POINT + "  s = s * 0.99 + Math.log(1 + norm); }\n return s;\n",
          "greatest",
          WEIGHTS
              + "  double best = -1;\n"
              + UP
              + POINT
              + " best = Math.max(best, norm); }\n"
              + " return best;\n",
          "shared",
          WEIGHTS
              + "  double[] h = new double[m];\n"
              + UP
              + POINT
              + "  for (int j = 0; j < m; j++) h[j] += t[j] * norm; }\n"
              + "  for (int j = 0; j < m; j++) s += h[j] * h[j];\n return s;\n",
          "own",
          WEIGHTS
              + "  double[] y = new double[x.length];\n"
              + UP
              + POINT
              + "  y[i] = Math.sqrt(1 + norm); }\n"
              + "  for (int i = 0; i < x.length; i++) s += y[i] * y[x.length - 1 - i];\n"
              + " return s;\n",
          "neighbours",
          WEIGHTS
              + "  for (int i = 0; i < x.length - 1; i++) {\n"
              + POINT
              + "  s += norm * x[i + 1]; }\n return s;\n",
          "table",
          WEIGHTS
              + "  double[][] y = new double[x.length][m];\n"
              + UP
              + "    for (int j = 0; j < m; j++) { y[i][j] = x[i] * w[j]; y[i][j] += a; }\n"
              + "    for (int j = 1; j < m; j++) y[i][j] = y[i][j] * y[i][j - 1] + 0.5 * y[i][j];\n"
              + "    s += y[i][m - 1]; }\n return s;\n");

  private static final Map<String, String> OTHERS =
      Map.of(
          "carried",
          WEIGHTS
              + "  double[] t = new double[m];\n"
              + UP
              + "    for (int j = 0; j < m; j++) t[j] = 0.5 * t[j] + w[j] * x[i];\n"
              + "    for (int j = 1; j < m; j++) t[j] += 0.1 * t[j - 1]; }\n"
              + "  for (int j = 0; j < m; j++) s += t[j] * t[j];\n return s;\n",
          "swapped",
          WEIGHTS
              + "  double[] h = new double[m];\n  double[] g = new double[m];\n"
              + UP
              + POINT
              + "    for (int j = 0; j < m; j++) h[j] += t[j];\n"
              + "    double[] other = h;\n    h = g;\n    g = other; }\n"
              + "  for (int j = 0; j < m; j++) s += h[j] * h[j] + 2 * g[j];\n return s;\n",
          "placed",
          WEIGHTS
              + "  double[] h = new double[m];\n"
              + UP
              + POINT
              + "  int k = i % 2;\n"
              + "  for (int j = k; j < m; j++) h[j - k] += t[j]; }\n"
              + "  for (int j = 0; j < m; j++) s += h[j] * h[j];\n return s;\n");

  /** What an iteration may do, of numbers {@code s, u} and arrays of three kinds. */
  private static final List<String> STEPS =
      List.of(
          "for (int j = 0; j < m; j++) t[j] = Math.sin(w[j] * x[i] + u);",
          "for (int j = 1; j < m; j++) t[j] += 0.5 * t[j - 1] * u;",
          "for (int j = 0; j < m; j++) u += 0.1 * t[j] * t[j];",
          "u = u > 0.3 ? Math.cos(u) : u * u;",
          "for (int j = 0; j < m; j++) for (int r = 0; r <= j; r++) t[r] += 0.1 * w[j] * t[j];",
          "for (int j = 0; j < m; j++) h[j] += 0.01 * t[j];",
          "h[m - 1] += 0.02 * u;",
          "y[i] = u + t[0];",
          "y[i] += 0.1 * x[i];",
          "u += 0.2 * y[i];",
          "for (int j = 0; j < m; j++) if (t[j] > 0.2) u += 0.1 * t[j];",
          "for (int j = m - 1; j >= 0; j--) t[j] = Math.tanh(t[j] + 0.01 * i);",
          "s += Math.sin(u);",
          "s = Math.max(s * 0.9, 0.1 * u);",
          "u += t[i % m];");

  @TempDir Path folder;

  private void assertAllAgree(Map<String, String> bodies, int n, boolean sanitized)
      throws Exception {
    Arguments at = new Arguments(0.7, new Random(n).doubles(n, -1, 1).toArray(), 3);
    List<Program> programs = new ArrayList<>();
    bodies.forEach((name, body) -> programs.add(new Program(name, body, at)));
    LoopRuns.assertAllAgree(folder, programs, sanitized);
  }

  private static String random(int seed) {
    Random random = new Random(seed);
    StringBuilder body = new StringBuilder(WEIGHTS);
    body.append("  double[] h = new double[m];\n  double[] y = new double[x.length];\n");
    body.append(random.nextInt(3) == 0 ? DOWN : UP);
    body.append("    double u = x[i];\n    double[] t = new double[m];\n");
    body.append(STEPS.get(0)).append('\n');
    for (int i = 2 + random.nextInt(6); i >= 0; i--) {
      // The last one is for no block, and so it is rare.
      int last = random.nextInt(8) == 0 ? 0 : 1;
      body.append("    ").append(STEPS.get(random.nextInt(STEPS.size() - last))).append('\n');
    }
    return body
        + "    s += 0.1 * u;\n  }\n"
        + "  for (int j = 0; j < m; j++) s += h[j] * h[j];\n"
        + "  for (int i = 0; i < x.length; i++) s += y[i] * y[i];\n  return s;\n";
  }

  @Test
  void randomIterations() throws Exception {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (int seed = 0; seed < 30; seed++) {
      bodies.put("f" + seed, random(seed));
    }
    assertAllAgree(bodies, 77, true);
    int inBlocks = 0;
    for (String name : bodies.keySet()) {
      inBlocks += isInBlocks(name) ? 1 : 0;
    }
    assertThat(inBlocks).isGreaterThan(8);
  }

  private boolean isInBlocks(String kernel) throws Exception {
    String text = kernel + ".2-rewritten.txt";
    return Files.readString(folder.resolve("dump/CompiledPrograms." + text)).contains(", 64]");
  }

  @Test
  void blocksAndWhatFillsNone() throws Exception {
    assertAllAgree(BLOCKED, 150, true);
    for (String name : BLOCKED.keySet()) {
      assertThat(isInBlocks(name)).as(name).isTrue();
      // The reverse of max needs what only the order of the iterations tells.
      boolean inOrder = name.equals("greatest");
      assertThat(isInBlocks(name + "Gradient")).as(name + "Gradient").isEqualTo(!inOrder);
    }
  }

  @Test
  void wholeBlocksOnly() throws Exception {
    assertAllAgree(BLOCKED, 64, false);
  }

  @Test
  void noWholeBlock() throws Exception {
    assertAllAgree(BLOCKED, 5, true);
  }

  @Test
  void whatFailsInABlockTellsItsLine() throws Throwable {
    Generated far =
        Generated.of(
            folder,
            "Far",
            """
            public class Far {
              @Compiled static double f(@Dims("n") double[] x, @Dims("k") double[] w, int m) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  double[] t = new double[m];
                  for (int j = 0; j < m; j++) t[j] = x[i] * w[j];
                  for (int j = 1; j < m; j++) t[j] += t[j - 1];
                  s += t[m - 1];
                }
                return s;
              }
            }
            """);
    double[] x = new double[100];
    Arrays.fill(x, 2);
    assertThat(far.call(null, "f", x, new double[] {1, 2, 3}, 3)).isEqualTo(1200.0);
    assertThatThrownBy(() -> far.call(null, "f", x, new double[] {1, 2, 3}, 4))
        .hasMessage("index 3 is out of range for size 3")
        .satisfies(e -> assertThat(e.getStackTrace()[0].toString()).endsWith("(Far.java:7)"));
  }

  @Test
  void iterationsThatNeedEachOtherAreNotInBlocks() throws Exception {
    assertAllAgree(OTHERS, 70, false);
    for (String name : OTHERS.keySet()) {
      assertThat(isInBlocks(name)).as(name).isFalse();
      assertThat(isInBlocks(name + "Gradient")).as(name).isFalse();
    }
  }
}

package org.croton.processor.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.croton.processor.pipeline.LoopRuns.Arguments;
import org.croton.processor.pipeline.LoopRuns.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that overwrite elements of arrays again and again, and their gradients. */
class InPlaceTest {
  private static final Arguments AT =
      new Arguments(0.7, new double[] {0.6, -0.3, 0.8, 0.45, -0.9, 0.2}, 3);

  private static final String MATRIX =
      """
      int n = x.length;
      double[][] u = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) u[i][j] = x[i] * x[j] + a * (i == j ? 4 + x[i] : 0.1 * (i - j));
      }
      """;

  private static final String SYMMETRIC = MATRIX.replace("0.1 * (i - j)", "0.1");

  @TempDir Path folder;

  private static Program program(String name, String body) {
    return new Program(name, body, AT);
  }

  @Test
  void factorizations() throws Exception {
    Program rows =
        program(
            "rows",
            SYMMETRIC
                + """
                double[][] l = new double[n][n];
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j <= i; j++) {
                    double s = u[i][j];
                    for (int k = 0; k < j; k++) s -= l[i][k] * l[j][k];
                    l[i][j] = i == j ? Math.sqrt(i == j ? s : 1) : s / (i == j ? 1 : l[j][j]);
                  }
                }
                double cost = 0;
                for (int i = 0; i < n; i++) cost += Math.log(l[i][i]) + l[n - 1][i];
                return cost;
                """);
    Program columns =
        program(
            "columns",
            SYMMETRIC
                + """
                for (int k = 0; k < n; k++) {
                  u[k][k] = Math.sqrt(u[k][k]);
                  for (int i = k + 1; i < n; i++) u[i][k] /= u[k][k];
                  for (int j = k + 1; j < n; j++) {
                    for (int i = j; i < n; i++) u[i][j] -= u[i][k] * u[j][k];
                  }
                }
                double cost = 0;
                for (int i = 0; i < n; i++) cost += Math.log(u[i][i]) + u[n - 1][i];
                return cost;
                """);
    Program solve =
        program(
            "solve",
            MATRIX
                + """
                double[] y = x.clone();
                for (int k = 0; k < n; k++) {
                  for (int i = k + 1; i < n; i++) {
                    double f = u[i][k] / u[k][k];
                    u[i][k] = f;
                    for (int j = k + 1; j < n; j++) u[i][j] -= f * u[k][j];
                    y[i] -= f * y[k];
                  }
                }
                for (int i = n - 1; i >= 0; i--) {
                  double s = y[i];
                  for (int j = i + 1; j < n; j++) s -= u[i][j] * y[j];
                  y[i] = s / u[i][i];
                }
                double cost = 0;
                for (int i = 0; i < n; i++) cost += y[i] * y[i];
                return cost;
                """);
    Program determinant =
        program(
            "determinant",
            MATRIX
                + """
                double d = 1;
                for (int k = 0; k < n; k++) {
                  int best = k;
                  for (int i = k + 1; i < n; i++) if (Math.abs(u[i][k]) > Math.abs(u[best][k])) best = i;
                  if (best != k) d = -d;
                  for (int j = 0; j < n; j++) {
                    double t = u[k][j];
                    u[k][j] = u[best][j];
                    u[best][j] = t;
                  }
                  d *= u[k][k];
                  for (int i = k + 1; i < n; i++) {
                    double f = u[i][k] / u[k][k];
                    for (int j = k; j < n; j++) u[i][j] -= f * u[k][j];
                  }
                }
                return d;
                """);
    LoopRuns.assertAllAgree(folder, List.of(rows, columns, solve, determinant), true);
  }

  @Test
  void sweeps() throws Exception {
    Program seidel =
        program(
            "seidel",
            """
            double[] y = x.clone();
            for (int t = 0; t < m; t++) {
              for (int i = 1; i < y.length - 1; i++) {
                y[i] = Math.sin(y[i - 1] + y[i] * y[i + 1]) + a * x[i];
              }
            }
            double cost = 0;
            for (int i = 0; i < y.length; i++) cost += y[i] * y[i];
            return cost;
            """);
    Program prefix =
        program(
            "prefix",
            """
            double[] y = x.clone();
            for (int t = 0; t < m; t++) {
              for (int i = 1; i < y.length; i++) y[i] += y[i - 1] * y[i];
              for (int i = y.length - 1; i > 0; i--) y[i - 1] *= a + y[i];
            }
            return y[0] * y[y.length - 1];
            """);
    Program sorted =
        program(
            "sorted",
            """
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
              for (int j = 0; j + 1 < y.length - i; j++) {
                if (y[j] > y[j + 1]) {
                  double t = y[j];
                  y[j] = y[j + 1] * a;
                  y[j + 1] = t * y[j];
                }
              }
            }
            double cost = 0;
            for (int i = 0; i < y.length; i++) cost += (i + 1) * y[i] * y[i];
            return cost;
            """);
    Program histogram =
        program(
            "histogram",
            """
            double[] h = new double[3];
            for (int i = 0; i < x.length; i++) {
              int k = (i * 7 + m) % 3;
              h[k] += x[i] * a;
              h[(k + 1) % 3] *= 1 + h[k] * h[k];
            }
            return h[0] * h[1] + Math.exp(h[2]);
            """);
    Program twice =
        program(
            "twice",
            """
            double[] y = x.clone();
            double[] z = new double[x.length];
            int[] place = new int[x.length];
            for (int i = 0; i < x.length; i++) {
              place[i] = (place[(i * 5) % x.length] + i * m) % x.length;
              y[place[i]] = Math.tanh(y[i] + z[place[i]]);
              z[i] += y[place[i]] * y[0];
              for (int j = 0; j < i; j++) {
                z[j] = z[j] * y[i] + a;
                y[j] += 0.1 * z[i] * z[j];
              }
            }
            double cost = 0;
            for (int i = 0; i < x.length; i++) cost += y[i] * z[i];
            return cost;
            """);
    LoopRuns.assertAllAgree(folder, List.of(seidel, prefix, sorted, histogram, twice), true);
  }

  @Test
  void whatCannotBeTakenBackIsCopied() throws Exception {
    Program until =
        program(
            "until",
            """
            double[] y = x.clone();
            for (int t = 0; t < m; t++) {
              int i = 0;
              while (i < y.length - 1 && y[i] < 2) {
                y[i + 1] = Math.sin(y[i] + y[i + 1]) + a;
                i++;
              }
            }
            double cost = 0;
            for (int i = 0; i < y.length; i++) cost += y[i] * y[i];
            return cost;
            """);
    Program sometimes =
        program(
            "sometimes",
            """
            double[] y = x.clone();
            for (int t = 0; t < m; t++) {
              if (y[t] > 0) {
                for (int i = 0; i < y.length; i++) y[i] = y[i] * y[t] + a;
              } else {
                for (int i = t; i < y.length; i++) y[i] *= Math.cos(y[i]);
              }
            }
            double cost = 0;
            for (int i = 0; i < y.length; i++) cost += y[i] * y[i];
            return cost;
            """);
    LoopRuns.assertAllAgree(folder, List.of(until, sometimes), true);
  }
}

package org.croton.processor.frontend;

import org.junit.jupiter.api.Test;

/** Names that mean another array after a round, a branch or a call have Java's meaning. */
class ExchangedArraysTest {
  private static final double[] X = {1, 5, 2, 8, 3};

  @Test
  void loopsExchangeArrays() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double[] heat(double[] start, int steps) {
                double[] now = start.clone();
                double[] next = new double[start.length];
                for (int t = 0; t < steps; t++) {
                  for (int i = 1; i < now.length - 1; i++) {
                    next[i] = 0.25 * now[i - 1] + 0.5 * now[i] + 0.25 * now[i + 1];
                  }
                  next[0] = now[0];
                  next[now.length - 1] = now[now.length - 1];
                  double[] swap = now;
                  now = next;
                  next = swap;
                }
                return now;
              }
              static double[] times(double[][] a, double[] x) {
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                  for (int j = 0; j < x.length; j++) y[i] += a[i][j] * x[j];
                }
                return y;
              }
              @Compiled static double[] powers(@Dims("n, n") double[][] a, @Dims("n") double[] x, int k) {
                double[] v = x;
                for (int t = 0; t < k; t++) v = times(a, v);
                return v;
              }
              @Compiled static int levenshtein(int[] a, int[] b) {
                int[] previous = new int[b.length + 1];
                for (int j = 0; j <= b.length; j++) previous[j] = j;
                for (int i = 1; i <= a.length; i++) {
                  int[] current = new int[b.length + 1];
                  current[0] = i;
                  for (int j = 1; j <= b.length; j++) {
                    int other = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                    current[j] = Math.min(Math.min(current[j - 1] + 1, previous[j] + 1), other);
                  }
                  previous = current;
                }
                return previous[b.length];
              }
              @Compiled static double[] untilSmall(double[] x, double limit) {
                double[] y = x.clone();
                while (y[0] > limit) {
                  double[] z = new double[y.length];
                  for (int i = 0; i < z.length; i++) z[i] = y[i] / 2;
                  if (z[0] < 1e-3) return z;
                  y = z;
                }
                return y;
              }
              @Compiled static double rowsOfCaller(@Dims("n, m") double[][] x) {
                double[] row = x[0];
                double s = 0;
                for (int i = 1; i < x.length; i++) {
                  s += row[0] * x[i][0];
                  row = x[i];
                }
                return s + row[row.length - 1];
              }
              record State(double[] q, double[] p) {
                State step(double h) {
                  double[] a = q.clone();
                  double[] b = p.clone();
                  for (int i = 0; i < a.length; i++) {
                    b[i] -= h * a[i];
                    a[i] += h * b[i];
                  }
                  return new State(a, b);
                }
              }
              @Compiled static double orbit(@Dims("n") double[] q, @Dims("n") double[] p, int steps) {
                State s = new State(q, p);
                for (int t = 0; t < steps; t++) s = s.step(0.01);
                double e = 0;
                for (int i = 0; i < q.length; i++) e += s.q()[i] * s.q()[i] + s.p()[i] * s.p()[i];
                return e;
              }
            }
            """)
        .same("heat", X, 0)
        .same("heat", X, 1)
        .same("heat", X, 6)
        .same("powers", new double[][] {{2, 1}, {1, 3}}, new double[] {1, -2}, 0)
        .same("powers", new double[][] {{2, 1}, {1, 3}}, new double[] {1, -2}, 5)
        .same("levenshtein", new int[] {1, 2, 3, 4}, new int[] {2, 3, 3, 5, 6})
        .same("untilSmall", X, 0.3)
        .same("untilSmall", X, 1e-9)
        .same("untilSmall", X, 3.0)
        .same("rowsOfCaller", (Object) new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}})
        .same("orbit", X, new double[] {3, 1, 4, 1, 5}, 20);
  }

  @Test
  void branchesExchangeArrays() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double[] best(double[] x, int k) {
                double[] now = x.clone();
                double[] best = x.clone();
                double cost = 1e9;
                for (int t = 0; t < k; t++) {
                  double c = 0;
                  for (int i = 0; i < now.length; i++) {
                    now[i] = 0.5 * now[i] * (3 - now[i]) - t;
                    c += now[i];
                  }
                  if (c < cost) {
                    cost = c;
                    best = now.clone();
                  } else {
                    best[0] += 1;
                  }
                }
                return best;
              }
              @Compiled static double[] choice(@Dims("n") double[] x, @Dims("n") double[] y, double z) {
                double[] a = z > 1 ? x : y;
                double[] b;
                if (z > 2) {
                  b = new double[a.length];
                  for (int i = 0; i < a.length; i++) b[i] = a[i] * z;
                } else {
                  b = a.clone();
                  b[0] = 7;
                }
                return switch ((int) z) {
                  case 0 -> a;
                  case 2 -> b;
                  default -> {
                    double[] d = b.clone();
                    double w = z;
                    while (w > 1) {
                      w /= 2;
                      d[0]++;
                    }
                    yield d;
                  }
                };
              }
              static double[] early(double[] x, double z) {
                double[] y = x.clone();
                if (z < 0) return y;
                y[0] = z;
                if (z < 1) return new double[] {y[0], 2};
                for (int i = 0; i < 50; i++) {
                  y[1] += z;
                  if (y[1] > 20) return y;
                  if (y[1] < -4) return x.clone();
                }
                y[0] = -1;
                return y;
              }
              @Compiled static double[] leaves(@Dims("2") double[] x, double z) {
                double[] r = early(x, z);
                r[1] += 1;
                return r;
              }
            }
            """)
        .same("best", X, 0)
        .same("best", X, 1)
        .same("best", X, 7)
        .same("choice", X, new double[] {4, 3, 2, 1, 0}, 0.5)
        .same("choice", X, new double[] {4, 3, 2, 1, 0}, 1.5)
        .same("choice", X, new double[] {4, 3, 2, 1, 0}, 2.5)
        .same("choice", X, new double[] {4, 3, 2, 1, 0}, 9.5)
        .same("leaves", new double[] {1, 2}, -1.0)
        .same("leaves", new double[] {1, 2}, 0.5)
        .same("leaves", new double[] {1, 2}, 0.0)
        .same("leaves", new double[] {1, -20}, 1.0)
        .same("leaves", new double[] {1, 2}, 1.5);
  }

  @Test
  void arraysWrittenInPlaceChangePlaces() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled @Gradient static double turns(double[] x, int rounds) {
                double[] h = new double[x.length];
                double[] g = new double[x.length];
                double[] k = x.clone();
                for (int t = 0; t < rounds; t++) {
                  for (int j = 0; j < x.length; j++) h[j] += (t + 1) * x[j] * x[j];
                  double[] first = h;
                  h = g;
                  g = k;
                  k = first;
                }
                double s = 0;
                for (int j = 0; j < x.length; j++) s += h[j] * h[j] + 2 * g[j] + 3 * k[j];
                return s;
              }
            }
            """)
        .same("turns", X, 0)
        .same("turns", X, 1)
        .same("turns", X, 2)
        .same("turns", X, 7)
        .slopes("turns", X, 7);
  }

  @Test
  void rowsAreAssigned() {
    AgainstJava.of(
            "A",
            """
            class A {
              static double[] mean(double[][] x) {
                double[] mean = new double[x[0].length];
                for (double[] row : x) {
                  for (int j = 0; j < row.length; j++) mean[j] += row[j] / x.length;
                }
                return mean;
              }
              @Compiled static double[][] copies(double[][] x, int k) {
                double[][] y = new double[x.length][x[0].length];
                for (int i = 0; i < x.length; i++) y[i] = x[i].clone();
                for (int t = 0; t < k; t++) y[t % y.length] = mean(y);
                return y;
              }
              @Compiled static int compound(int[] x) {
                int[] a = x.clone();
                a[0] += a[0]++ + a[1];
                a[1] -= a[1] *= 2;
                return a[0] * 100 + a[1];
              }
            }
            """)
        .same("copies", new double[][] {{1, 2, 3}, {4, 5, 6}}, 3)
        .same("compound", (Object) new int[] {5, 3});
  }
}

package org.croton.processor.frontend;

import org.junit.jupiter.api.Test;

/** Numerical programs as newcomers write them, and their gradients. */
class ProgramsTest {
  private static final double[][] DEFINITE = {{4, 1, -0.5}, {1, 3, 0.25}, {-0.5, 0.25, 2}};
  private static final double[][] CHANGES = {{0.75, 0.25}, {0.4, 0.6}};
  private static final double[][] SHOWS = {{0.5, 0.4, 0.1}, {0.1, 0.3, 0.6}};
  private static final double[][] IMAGE = {
    {1, 2, 0, -1}, {3, 0.5, 2, 1}, {0, 1, -2, 4}, {2, 2, 1, 0}, {1, -1, 3, 2}
  };

  @Test
  void cholesky() {
    AgainstJava.of(
            "A",
            """
            class A {
              static double[][] cholesky(double[][] a) {
                int n = a.length;
                double[][] l = new double[n][n];
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j <= i; j++) {
                    double sum = a[i][j];
                    for (int k = 0; k < j; k++) {
                      sum -= l[i][k] * l[j][k];
                    }
                    if (i == j) {
                      l[i][i] = Math.sqrt(sum);
                    } else {
                      l[i][j] = sum / l[j][j];
                    }
                  }
                }
                return l;
              }

              @Compiled
              @Gradient
              static double quadratic(@Dims("n, n") double[][] a, @Dims("n") double[] b) {
                double[][] l = cholesky(a);
                int n = b.length;
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                  double s = b[i];
                  for (int k = 0; k < i; k++) s -= l[i][k] * y[k];
                  y[i] = s / l[i][i];
                }
                double[] x = new double[n];
                for (int i = n - 1; i >= 0; i--) {
                  double s = y[i];
                  for (int k = i + 1; k < n; k++) s -= l[k][i] * x[k];
                  x[i] = s / l[i][i];
                }
                double q = 0;
                for (int i = 0; i < n; i++) q += b[i] * x[i] + Math.log(l[i][i]);
                return q;
              }

              @Compiled
              static double[][] factor(@Dims("n, n") double[][] a) {
                return cholesky(a);
              }
            }
            """)
        .same("factor", (Object) DEFINITE)
        .slopes("quadratic", DEFINITE, new double[] {0.5, -1, 2})
        .slopes("quadratic", new double[][] {{3}}, new double[] {0.5});
  }

  @Test
  void kMeans() {
    AgainstJava.of(
            "A",
            """
            class A {
              record Clusters(double[][] centres, int[] labels, double inertia) {}

              @Compiled
              static Clusters kmeans(@Dims("n, d") double[][] x, @Dims("k, d") double[][] centres) {
                int n = x.length, k = centres.length, d = x[0].length;
                double[][] sums = new double[k][d];
                int[] counts = new int[k];
                int[] labels = new int[n];
                double inertia = 0;
                for (int i = 0; i < n; i++) {
                  int best = -1;
                  double nearest = Double.POSITIVE_INFINITY;
                  for (int c = 0; c < k; c++) {
                    double dist = 0;
                    for (int j = 0; j < d; j++) {
                      double diff = x[i][j] - centres[c][j];
                      dist += diff * diff;
                    }
                    if (dist < nearest) {
                      nearest = dist;
                      best = c;
                    }
                  }
                  labels[i] = best;
                  counts[best]++;
                  inertia += nearest;
                  for (int j = 0; j < d; j++) sums[best][j] += x[i][j];
                }
                for (int c = 0; c < k; c++) {
                  for (int j = 0; j < d; j++) {
                    sums[c][j] = counts[c] == 0 ? centres[c][j] : sums[c][j] / counts[c];
                  }
                }
                return new Clusters(sums, labels, inertia);
              }
            }
            """)
        .same(
            "kmeans",
            new double[][] {{0, 1}, {4, 5}, {1, 1}, {5, 5}, {2, 2}},
            new double[][] {{0, 0}, {4, 4}, {9, 9}});
  }

  @Test
  void hiddenMarkovModel() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled
              @Gradient
              static double forward(
                  @Dims("s, s") double[][] trans, @Dims("s, v") double[][] emit, @Dims("s") double[] start, @Dims("t") int[] seen) {
                double[] alpha = new double[start.length];
                for (int i = 0; i < alpha.length; i++) alpha[i] = start[i] * emit[i][seen[0]];
                double log = 0;
                for (int t = 1; t < seen.length; t++) {
                  double[] next = new double[alpha.length];
                  double total = 0;
                  for (int j = 0; j < next.length; j++) {
                    for (int i = 0; i < alpha.length; i++) next[j] += alpha[i] * trans[i][j];
                    next[j] *= emit[j][seen[t]];
                    total += next[j];
                  }
                  for (int j = 0; j < next.length; j++) next[j] /= total;
                  log += Math.log(total);
                  alpha = next;
                }
                double sum = 0;
                for (double a : alpha) sum += a;
                return log + Math.log(sum);
              }

              @Compiled
              static int[] viterbi(@Dims("s, s") double[][] trans, @Dims("s, v") double[][] emit, @Dims("s") double[] start, @Dims("t") int[] seen) {
                int s = start.length, n = seen.length;
                double[][] score = new double[n][s];
                int[][] back = new int[n][s];
                for (int i = 0; i < s; i++) score[0][i] = Math.log(start[i] * emit[i][seen[0]]);
                for (int t = 1; t < n; t++) {
                  for (int j = 0; j < s; j++) {
                    score[t][j] = Double.NEGATIVE_INFINITY;
                    for (int i = 0; i < s; i++) {
                      double v = score[t - 1][i] + Math.log(trans[i][j] * emit[j][seen[t]]);
                      if (v > score[t][j]) {
                        score[t][j] = v;
                        back[t][j] = i;
                      }
                    }
                  }
                }
                int[] path = new int[n];
                for (int j = 1; j < s; j++) if (score[n - 1][j] > score[n - 1][path[n - 1]]) path[n - 1] = j;
                for (int t = n - 1; t > 0; t--) path[t - 1] = back[t][path[t]];
                return path;
              }
            }
            """)
        .same("viterbi", CHANGES, SHOWS, new double[] {0.7, 0.3}, new int[] {0, 2, 1, 1, 0, 2})
        .same("viterbi", CHANGES, SHOWS, new double[] {0.7, 0.3}, new int[] {1})
        .slopes("forward", CHANGES, SHOWS, new double[] {0.7, 0.3}, new int[] {0, 2, 1, 1, 0})
        .slopes("forward", CHANGES, SHOWS, new double[] {0.7, 0.3}, new int[] {2});
  }

  @Test
  void convolution() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled
              static Conv convolve(@Dims("h, w") double[][] image, @Dims("3, 3") double[][] kernel) {
                int h = image.length - 2, w = image[0].length - 2;
                double[][] out = new double[h][w];
                double loss = 0;
                for (int y = 0; y < h; y++) {
                  for (int x = 0; x < w; x++) {
                    double s = 0;
                    for (int i = 0; i < 3; i++) {
                      for (int j = 0; j < 3; j++) s += kernel[i][j] * image[y + i][x + j];
                    }
                    out[y][x] = Math.max(0, s);
                    loss += out[y][x] * out[y][x];
                  }
                }
                return new Conv(out, loss);
              }
              record Conv(double[][] out, double loss) {}

              @Compiled
              @Gradient
              static double loss(@Dims("h, w") double[][] image, @Dims("3, 3") double[][] kernel) {
                return convolve(image, kernel).loss();
              }
            }
            """)
        .same("convolve", IMAGE, DEFINITE)
        .slopes("loss", IMAGE, DEFINITE);
  }

  @Test
  void exponentialOfMatrix() {
    AgainstJava.of(
            "A",
            """
            class A {
              static double[][] times(double[][] a, double[][] b) {
                double[][] c = new double[a.length][b[0].length];
                for (int i = 0; i < a.length; i++)
                  for (int j = 0; j < b[0].length; j++)
                    for (int k = 0; k < b.length; k++) c[i][j] += a[i][k] * b[k][j];
                return c;
              }

              @Compiled
              static Expo expm(@Dims("n, n") double[][] a) {
                int n = a.length;
                double[][] term = new double[n][n];
                double[][] sum = new double[n][n];
                for (int i = 0; i < n; i++) {
                  term[i][i] = 1;
                  sum[i][i] = 1;
                }
                int k = 0;
                double size = 1;
                while (size > 1e-14 && k < 100) {
                  k++;
                  term = times(term, a);
                  size = 0;
                  for (double[] row : term) {
                    for (int j = 0; j < n; j++) {
                      row[j] /= k;
                      size += Math.abs(row[j]);
                    }
                  }
                  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) sum[i][j] += term[i][j];
                }
                double trace = 0;
                for (int i = 0; i < n; i++) trace += sum[i][i];
                return new Expo(sum, trace, k);
              }
              record Expo(double[][] value, double trace, int terms) {}

              @Compiled
              @Gradient
              static double trace(@Dims("n, n") double[][] a) {
                return expm(a).trace();
              }
            }
            """)
        .same("expm", (Object) new double[][] {{0.5, -1}, {2, 0.25}})
        .slopes("trace", (Object) new double[][] {{0.5, -1}, {2, 0.25}});
  }

  @Test
  void sortingAndSearching() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled
              static int[] network(@Dims("n") int[] x) {
                int[] a = x.clone();
                int n = a.length;
                for (int p = 1; p < n; p <<= 1) {
                  for (int k = p; k >= 1; k >>= 1) {
                    for (int j = k % p; j <= n - 1 - k; j += 2 * k) {
                      for (int i = 0; i <= Math.min(k - 1, n - j - k - 1); i++) {
                        if ((i + j) / (p * 2) == (i + j + k) / (p * 2)) {
                          if (a[i + j] > a[i + j + k]) {
                            int t = a[i + j];
                            a[i + j] = a[i + j + k];
                            a[i + j + k] = t;
                          }
                        }
                      }
                    }
                  }
                }
                return a;
              }

              @Compiled
              static int search(@Dims("n") long[] sorted, long key) {
                int lo = 0, hi = sorted.length - 1;
                while (lo <= hi) {
                  int mid = (lo + hi) >>> 1;
                  long v = sorted[mid];
                  if (v < key) {
                    lo = mid + 1;
                  } else if (v > key) {
                    hi = mid - 1;
                  } else {
                    return mid;
                  }
                }
                return -(lo + 1);
              }
            }
            """)
        .same("network", (Object) new int[] {})
        .same("network", (Object) new int[] {3})
        .same("network", (Object) new int[] {3, -1, 7, 7, 0, 12, -5})
        .same("search", new long[] {-5, 0, 3, 8, 1L << 40}, 8L)
        .same("search", new long[] {-5, 0, 3, 8, 1L << 40}, 1L << 41)
        .same("search", new long[] {}, 3L);
  }
}

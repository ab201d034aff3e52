package org.croton.processor.frontend;

import org.junit.jupiter.api.Test;

/** Arrays of every kind and rank as parameters, locals and results; what else Java's loops have. */
class ArraysTest {
  private static final double[][][] CUBE = {
    {{1, 2, 3}, {4, 5, 6}}, {{7, 8, 9}, {10, 11, 12}}, {{-1, 0, 1}, {2, -2, 4}}
  };

  @Test
  void everyElementType() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static boolean[] primes(int n) {
                boolean[] composite = new boolean[n];
                for (int i = 2; i * i < n; i++) {
                  if (composite[i]) continue;
                  for (int j = i * i; j < n; j += i) composite[j] = true;
                }
                boolean[] prime = new boolean[n];
                for (int i = 2; i < n; i++) prime[i] = !composite[i];
                return prime;
              }
              @Compiled static int count(boolean[] on, boolean[][] grid) {
                int count = 0;
                for (boolean b : on) if (b) count++;
                for (boolean[] row : grid) for (boolean b : row) count += b ? 10 : 1;
                return count;
              }
              @Compiled static long[] sums(long[] a, int[] b) {
                long[] s = new long[a.length];
                for (int i = 0; i < a.length; i++) {
                  s[i] = a[i] * b[i] + (i > 0 ? s[i - 1] : 0L);
                  s[i] ^= s[i] >>> 3;
                }
                return s;
              }
              @Compiled static int[] wraps(int[] a) {
                int[] h = a.clone();
                for (int i = 1; i < h.length; i++) h[i] = 31 * h[i - 1] + h[i];
                return h;
              }
              @Compiled static float[] smooth(float[] x, float rate) {
                float[] y = x.clone();
                for (int i = 1; i < y.length; i++) y[i] += rate * (y[i - 1] - y[i]);
                return y;
              }
              @Compiled static double mixed(float[] x, int[] k, long[] l, double[] d) {
                double s = 0;
                for (int i = 0; i < x.length; i++) s += x[i] * k[i] + l[i] / 2 + d[i];
                return s;
              }
              @Compiled static int[] counts(int[] which, int n) {
                int[] c = new int[n];
                for (int w : which) c[w]++;
                int[] from = new int[n];
                for (int i = 1; i < n; i++) from[i] = from[i - 1] + c[i - 1];
                int[] order = new int[which.length];
                for (int i = 0; i < which.length; i++) order[from[which[i]]++] = i;
                return order;
              }
            }
            """)
        .same("primes", 30)
        .same("primes", 0)
        .same(
            "count",
            new boolean[] {true, false, true},
            new boolean[][] {{true, false}, {true, true}})
        .same("sums", new long[] {1L << 40, -3, 7}, new int[] {5, 6, -7})
        .same("wraps", (Object) new int[] {1 << 30, 17, -9, 1 << 20})
        .same("smooth", new float[] {1, 2, 5, 0.1f}, 0.3f)
        .same(
            "mixed",
            new float[] {0.1f, 2},
            new int[] {3, -4},
            new long[] {7, -7},
            new double[] {0.5, 0.25})
        .same("counts", new int[] {2, 0, 1, 2, 2, 0}, 3)
        .allThrow(IndexOutOfBoundsException.class, "counts", new int[] {2, 0, 3}, 3);
  }

  @Test
  void moreDimensions() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled @Gradient static double weighted(@Dims("a, b, c") double[][][] x, @Dims("c") double[] w) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  for (int j = 0; j < x[i].length; j++) {
                    for (int k = 0; k < x[i][j].length; k++) s += x[i][j][k] * w[k] * (i + 1) * w[0];
                  }
                }
                return s;
              }
              @Compiled static double[][][] turned(double[][][] x) {
                int a = x.length, b = x[0].length, c = x[0][0].length;
                double[][][] y = new double[c][a][b];
                for (int i = 0; i < a; i++) {
                  double[][] plane = x[i];
                  for (int j = 0; j < b; j++) {
                    for (int k = 0; k < c; k++) y[k][i][j] = plane[j][k];
                  }
                }
                return y;
              }
              @Compiled static double[][] plane(double[][][] x, int i) {
                double[][] sum = new double[x[0].length][x[0][0].length];
                for (double[][] p : x) {
                  for (int j = 0; j < sum.length; j++) {
                    for (int k = 0; k < sum[0].length; k++) sum[j][k] += p[j][k] * x[i][j][k];
                  }
                }
                return sum;
              }
              @Compiled static int[][] pascal(int n) {
                int[][] p = new int[n][n];
                for (int i = 0; i < n; i++) {
                  p[i][0] = 1;
                  for (int j = 1; j <= i; j++) p[i][j] = p[i - 1][j - 1] + p[i - 1][j];
                }
                return p;
              }
              @Compiled static int[] life(boolean[][] cells) {
                int h = cells.length, w = cells[0].length;
                int[] alive = new int[h];
                for (int y = 0; y < h; y++) {
                  for (int x = 0; x < w; x++) {
                    int near = 0;
                    for (int dy = -1; dy <= 1; dy++) {
                      for (int dx = -1; dx <= 1; dx++) {
                        if ((dx != 0 || dy != 0) && cells[(y + dy + h) % h][(x + dx + w) % w]) near++;
                      }
                    }
                    if (near == 3 || cells[y][x] && near == 2) alive[y]++;
                  }
                }
                return alive;
              }
            }
            """)
        .same("turned", (Object) CUBE)
        .same("plane", CUBE, 1)
        .allThrow(IndexOutOfBoundsException.class, "plane", CUBE, 3)
        .same("pascal", 7)
        .same("pascal", 0)
        .same(
            "life",
            (Object)
                new boolean[][] {
                  {false, true, false, false},
                  {false, false, true, true},
                  {true, true, true, false},
                  {false, false, false, false}
                });
  }

  @Test
  void gradientsOfCubes() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled @Gradient static double norm(@Dims("a, b") double[][] x, @Dims("b") double[] w) {
                double[][][] y = new double[2][x.length][w.length];
                for (int p = 0; p < 2; p++) {
                  for (int i = 0; i < x.length; i++) {
                    for (int j = 0; j < w.length; j++) y[p][i][j] = x[i][j] * w[(j + p) % w.length];
                  }
                }
                double s = 0;
                for (double[][] plane : y) for (double[] row : plane) for (double v : row) s += v * v;
                return s;
              }
            }
            """)
        .same("norm", new double[][] {{1, 2, 3}, {4, 5, -6}}, new double[] {0.5, -1, 2})
        .slopes("norm", new double[][] {{1, 2, 3}, {4, 5, -6}}, new double[] {0.5, -1, 2});
  }

  @Test
  void assertionsRecursionAndNestedReturns() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double asserted(double[] x) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  assert x[i] >= 0 : "negative " + i;
                  s += Math.sqrt(Math.abs(x[i]));
                }
                return s;
              }
              static double power(double x, int n) {
                if (n == 0) return 1;
                double half = power(x, n / 2);
                return n % 2 == 0 ? half * half : half * half * x;
              }
              static double simpson(double a, double b, int depth) {
                double m = (a + b) / 2;
                return depth == 0
                    ? (b - a) / 6 * (power(a, 5) + 4 * power(m, 5) + power(b, 5))
                    : simpson(a, m, depth - 1) + simpson(m, b, depth - 1);
              }
              @Compiled static double recursive(double x) {
                return power(x, 19) + simpson(0, x, 3);
              }
              static double tree(double[] x, int from, int to) {
                if (to - from == 1) return x[from];
                int middle = (from + to) / 2;
                return tree(x, from, middle) + 0.5 * tree(x, middle, to);
              }
              @Compiled static double halves(@Dims("8") double[] x) {
                return tree(x, 0, x.length);
              }
              static int divisor(int n) {
                if (n < 2) return 0;
                for (int d = 2; d * d <= n; d++) {
                  if (n % d == 0) return d;
                }
                return n;
              }
              static int firstPrimeAbove(int n, int most) {
                for (int i = n + 1; i < most; i++) {
                  int d = divisor(i);
                  if (d == i) return i;
                  if (d == 7 && i > 100) return -i;
                }
                return most;
              }
              @Compiled static int nested(int[] starts, int most) {
                int s = 0;
                for (int start : starts) {
                  int p = firstPrimeAbove(start, most);
                  if (p < 0) return p;
                  s = s * 3 + p;
                }
                return s;
              }
              @Compiled static int labels(int[][] m, int wanted) {
                int seen = 0;
                search:
                for (int i = 0; i < m.length; i++) {
                  int j = 0;
                  do {
                    if (m[i][j] == wanted) break search;
                    if (m[i][j] < 0) { seen += 100; continue search; }
                    seen++;
                    j++;
                  } while (j < m[i].length);
                  if (seen > 1000) return -1;
                }
                return seen;
              }
            }
            """)
        .same("asserted", new double[] {4, 9, -16})
        .same("recursive", 1.25)
        .same("halves", new double[] {1, 2, 3, 4, 5, 6, 7, 8})
        .same("nested", new int[] {1, 10, 24}, 1000)
        .same("nested", new int[] {1, 110, 24}, 1000)
        .same("nested", new int[] {1, 10}, 5)
        .same("labels", new int[][] {{1, 2, 3}, {4, -5, 6}, {7, 8, 9}}, 8)
        .same("labels", new int[][] {{1, 2, 3}, {4, -5, 6}, {7, 8, 9}}, 11)
        .same("labels", new int[][] {{11}}, 11);
  }
}

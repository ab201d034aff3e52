package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopsTest {
  @Test
  void carriesScalars() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double sum(int n, double x) {
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += x / (i + 1);
                }
                return s;
              }
              @Compiled static long fibonacci(int n) {
                long a = 0, b = 1;
                for (int i = 0; i < n; i++) {
                  long c = a + b;
                  a = b;
                  b = c;
                }
                return a;
              }
              @Compiled static int forms(int a, int b) {
                int s = 0;
                for (int i = a; i <= b; i += 3) s = s * 3 + i;
                for (int i = b; i > a; --i) s -= i;
                for (int i = b - 1; i >= 0; i = i - 2) { s ^= 0; s += i * i; }
                for (int i = 0; i < 100; i++) s += i;
                return s;
              }
              @Compiled static double nested(int n, int m) {
                double s = 0;
                for (int i = 0; i < n; i++) {
                  double row = i;
                  for (int j = 0; j < m; j++) {
                    row = row * 0.5 + j * s;
                  }
                  s += row;
                }
                return s;
              }
              @Compiled static double decides(int n, double x) {
                double best = x;
                int at = -1;
                for (int i = 0; i < n; i++) {
                  double v = (i * 7 % 5) * x;
                  if (v > best) {
                    best = v;
                    at = i;
                  }
                }
                return best * 100 + at;
              }
            }
            """
                .replace("s ^= 0; ", ""))
        .same("sum", 5, 2.0)
        .same("sum", 0, 2.0)
        .same("sum", -3, 2.0)
        .same("fibonacci", 40)
        .same("forms", 2, 12)
        .same("forms", 5, 1)
        .same("forms", -5, -7)
        .same("forms", -7, 2)
        .same("nested", 4, 3)
        .same("nested", 0, 3)
        .same("nested", 2, -3)
        .same("decides", 6, 1.5);
  }

  @Test
  void carriesArrays() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double[] path(int steps, double h) {
                double[] path = new double[steps];
                double x = 1;
                for (int t = 0; t < steps; t++) {
                  path[t] = x;
                  x -= h * x;
                }
                return path;
              }
              @Compiled static double[] histogram(int[] bins, int n) {
                double[] count = new double[n];
                for (int i = 0; i < bins.length; i++) {
                  count[bins[i]] += 1;
                  count[0] -= 0.25;
                }
                return count;
              }
              @Compiled static double[] recurrence(int n) {
                double[] x = new double[n];
                x[0] = 1;
                x[1] = 2;
                for (int t = 2; t < n; t++) x[t] = x[t - 1] + 0.5 * x[t - 2];
                return x;
              }
              @Compiled static double small(int n) {
                double[] s = {1, 2, 3};
                for (int t = 0; t < n; t++) {
                  double a = s[0];
                  s[0] = s[1];
                  s[1] = s[2] * 0.5;
                  s[2] = a;
                }
                return s[0] * 100 + s[1] * 10 + s[2];
              }
              @Compiled static double smallAtRuntimeIndex(int n) {
                double[] s = {1, 2, 3};
                s[1] = 7;
                for (int t = 0; t < n; t++) s[t % 3] += t;
                return s[0] * 100 + s[1] * 10 + s[2];
              }
              @Compiled static double[][] matrix(double[][] a) {
                int n = a.length;
                int m = a[0].length;
                double[][] b = new double[m][n];
                for (int i = 0; i < n; i++) {
                  double[] row = a[i];
                  for (int j = 0; j < m; j++) b[j][i] = row[j] * 2;
                }
                return b;
              }
              @Compiled static double each(double[] a) {
                double s = 0;
                for (double v : a) s = s * 0.5 + v;
                return s;
              }
              @Compiled static double guarded(double[] a, int n) {
                double s = 0;
                for (int i = 0; i < n; i++) {
                  if (i < a.length) s += a[i];
                }
                return s;
              }
              @Compiled static double[] guardedWrites(int n, int m) {
                double[] a = new double[n];
                for (int i = 0; i < m; i++) {
                  if (i < n) a[i] = i * 2; else a[0] += 100;
                }
                return a;
              }
            }
            """)
        .same("path", 5, 0.1)
        .same("path", 0, 0.1)
        .same("histogram", new int[] {0, 2, 1, 2}, 3)
        .allThrow(IndexOutOfBoundsException.class, "histogram", new int[] {0, 3, 1, 2}, 3)
        .same("recurrence", 7)
        .allThrow(IndexOutOfBoundsException.class, "recurrence", 1)
        .same("small", 4)
        .same("smallAtRuntimeIndex", 8)
        .same("matrix", (Object) new double[][] {{1, 2, 3}, {4, 5, 6}})
        .same("each", new double[] {1, 2, 3})
        .same("guarded", new double[] {1, 2, 3}, 5)
        .same("guardedWrites", 3, 5);
  }

  @Test
  void carriesRecordsAndThroughHelpers() {
    AgainstJava.of(
            "A",
            """
            class A {
              record State(double x, double y, double z) {
                State plus(State d, double h) { return new State(x + h * d.x, y + h * d.y, z + h * d.z); }
              }
              static State slope(State s) {
                return new State(10 * (s.y() - s.x()), s.x() * (28 - s.z()) - s.y(), s.x() * s.y() - 8.0 / 3 * s.z());
              }
              @Compiled static double[][] lorenz(int steps, double h) {
                double[][] path = new double[steps][3];
                State s = new State(1, 1, 1);
                for (int t = 0; t < steps; t++) {
                  State k1 = slope(s);
                  State k2 = slope(s.plus(k1, h / 2));
                  s = s.plus(k2, h);
                  path[t][0] = s.x();
                  path[t][1] = s.y();
                  path[t][2] = s.z();
                }
                return path;
              }
              static class Accumulator {
                private double total;
                private final double scale;
                private int count;
                Accumulator(double scale) { this.scale = scale; }
                void add(double v) { total += v * scale; count++; }
                double mean() { return total / count; }
              }
              @Compiled static double objects(int n, double x) {
                Accumulator a = new Accumulator(0.5);
                for (int i = 0; i < n; i++) a.add(x + i);
                return a.mean();
              }
            }
            """)
        .same("lorenz", 4, 0.01)
        .same("objects", 5, 2.0);
  }

  @Test
  void readsTheRoundsFromDims() {
    AgainstJava java =
        AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double sum(@Dims("n") double[] a) {
                double s = 0;
                for (int i = 0; i < a.length; i++) s += a[i];
                return s;
              }
            }
            """);
    assertThat(java.read().graph("sum"))
        .isEqualTo(
            """
            input a : f64[n]
            v0 = size() {size=n} : i64
            v1 = loop(v0, 0.0:f64, a) {carries=1} : f64
              region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n])
                v1_0 = cast(p1_0) {dtype=i32} : i32
                v1_1 = cast(v1_0) {dtype=i64} : i64
                v1_2 = get(p1_2, v1_1, true:bool) : f64
                v1_3 = add(p1_1, v1_2) : f64
                yield v1_3
            output result = v1
            """);
  }
}

package org.croton.processor.frontend;

import org.junit.jupiter.api.Test;

/** Loops that only the data ends, and what leaves loops, branches and methods early. */
class JumpsTest {
  @Test
  void conditionalLoops() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double halve(double x) {
                double y = x;
                while (y > 1) y /= 2;
                return y;
              }
              @Compiled static int collatz(int n) {
                int steps = 0;
                while (n != 1) {
                  n = n % 2 == 0 ? n / 2 : 3 * n + 1;
                  steps++;
                }
                return steps;
              }
              @Compiled static int digits(int n) {
                int count = 0;
                do {
                  n /= 10;
                  count++;
                } while (n > 0);
                return count;
              }
              @Compiled static int sideEffects(int n) {
                int s = 0;
                while (n-- > 0) s = s * 2 + n;
                return s * 1000 + n;
              }
              @Compiled static int search(int[] sorted, int key) {
                int lo = 0, hi = sorted.length;
                while (lo < hi) {
                  int middle = (lo + hi) / 2;
                  if (sorted[middle] < key) lo = middle + 1; else hi = middle;
                }
                return lo;
              }
              @Compiled static long gcd(long a, long b) {
                while (b != 0) {
                  long r = a % b;
                  a = b;
                  b = r;
                }
                return a;
              }
              @Compiled static int boundMoves(int n) {
                int s = 0;
                for (int i = 0; i < n; i++) {
                  if (i % 3 == 0) n--;
                  s += i;
                }
                return s;
              }
              @Compiled static int variableMoves(int n) {
                int s = 0;
                for (int i = 0; i < n; i++) {
                  if (i % 4 == 1) i += 2;
                  s = s * 3 + i;
                }
                return s;
              }
              @Compiled static double longs(long n) {
                double s = 0;
                for (long i = n; i > 0; i -= 2) s += 1.0 / i;
                return s;
              }
              @Compiled static int two(int n) {
                int s = 0;
                for (int i = 0, j = n; i < j; i++, j--) s += i * j;
                return s;
              }
              @Compiled static double inBranch(double x, int n) {
                double y = 0;
                if (x > 0) {
                  double z = x;
                  while (z < 100) z *= 2;
                  y = z;
                } else {
                  for (int i = 0; i < n; i++) y += i;
                }
                return y;
              }
            }
            """)
        .same("halve", 100.0)
        .same("halve", 0.5)
        .same("collatz", 27)
        .same("collatz", 1)
        .same("digits", 0)
        .same("digits", 12345)
        .same("sideEffects", 5)
        .same("sideEffects", 0)
        .same("search", new int[] {1, 3, 5, 7, 9}, 6)
        .same("search", new int[] {1, 3, 5, 7, 9}, 10)
        .same("gcd", 462L, 1071L)
        .same("boundMoves", 20)
        .same("variableMoves", 14)
        .same("longs", 7L)
        .same("two", 9)
        .same("inBranch", 3.0, 4)
        .same("inBranch", 0.0, 4);
  }

  @Test
  void breaksAndContinues() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double untilSmall(double[] a, double limit) {
                double s = 0;
                for (int i = 0; i < a.length; i++) {
                  if (a[i] < limit) break;
                  s += a[i];
                }
                return s;
              }
              @Compiled static double onlyPositive(double[] a) {
                double s = 0;
                for (double v : a) {
                  if (v <= 0) continue;
                  s = s * 0.5 + v;
                }
                return s;
              }
              @Compiled static int find(int[] a, int key) {
                for (int i = 0; i < a.length; i++) {
                  if (a[i] == key) return i;
                }
                return -1;
              }
              @Compiled static double newton(double x) {
                double r = x;
                while (true) {
                  double next = 0.5 * (r + x / r);
                  if (Math.abs(next - r) < 1e-12) return next;
                  r = next;
                }
              }
              @Compiled static int labelled(int n) {
                int s = 0;
                outer:
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j < n; j++) {
                    if (j > i) continue outer;
                    if (i * j > 20) break outer;
                    s += i * 10 + j;
                  }
                }
                return s;
              }
              @Compiled static int inner(int n) {
                int s = 0;
                for (int i = 0; i < n; i++) {
                  int j = 0;
                  for (;;) {
                    if (j * j >= i) break;
                    j++;
                  }
                  s = s * 2 + j;
                }
                return s;
              }
              @Compiled static int returnsFromInner(int n, int wanted) {
                for (int i = 1; i < n; i++) {
                  for (int j = 1; j < n; j++) {
                    if (i * j == wanted) return i * 100 + j;
                  }
                }
                return -n;
              }
              @Compiled static int labelledBlock(int x) {
                int s = 1;
                done: {
                  if (x > 3) break done;
                  s += x;
                  if (x < 0) { s *= 2; break done; }
                  s += 100;
                }
                return s;
              }
              @Compiled static double[] writes(int n, int stop) {
                double[] a = new double[n];
                for (int i = 0; i < n; i++) {
                  a[i] = i;
                  if (i == stop) break;
                  a[i] += 0.5;
                }
                return a;
              }
              @Compiled static int shortAndUnknown(int x) {
                int s = 0;
                for (int i = 0; i < 6; i++) {
                  if (i * x > 10) break;
                  if (i == 2) continue;
                  s += i;
                }
                return s;
              }
              static int root(int x) {
                for (int i = 0; i < x; i++) if (i * i >= x) return i;
                return x;
              }
              @Compiled static int helpers(int n) {
                int s = 0;
                for (int i = 0; i < n; i++) s = s * 3 + root(i);
                return s;
              }
              @Compiled static int count(double[] a, double[] out) {
                int count = 0;
                double[] kept = out.clone();
                for (int i = 0; i < a.length; i++) {
                  if (a[i] > 0) kept[count++] = a[i];
                }
                double s = 0;
                for (int i = 0; i < count; i++) s += kept[i] * i;
                return count * 1000 + (int) s;
              }
              @Compiled static int elements(int[] a) {
                int s = 0;
                for (int v : new int[] {a[0], a[1], 7}) {
                  if (v < 0) break;
                  s = s * 10 + v;
                }
                return s;
              }
            }
            """)
        .same("untilSmall", new double[] {3, 2, 1, 0, 5}, 1.0)
        .same("untilSmall", new double[] {3, 2}, 1.0)
        .same("onlyPositive", new double[] {3, -2, 4})
        .same("find", new int[] {4, 5, 6}, 6)
        .same("find", new int[] {4, 5, 6}, 7)
        .same("find", new int[] {}, 7)
        .same("newton", 2.0)
        .same("labelled", 4)
        .same("labelled", 9)
        .same("inner", 7)
        .same("returnsFromInner", 6, 15)
        .same("returnsFromInner", 6, 17)
        .same("labelledBlock", 5)
        .same("labelledBlock", 2)
        .same("labelledBlock", -2)
        .same("writes", 5, 2)
        .same("writes", 3, 7)
        .same("shortAndUnknown", 3)
        .same("shortAndUnknown", 0)
        .same("helpers", 8)
        .same("count", new double[] {1, -2, 3, 4}, new double[4])
        .allThrow(
            IndexOutOfBoundsException.class, "count", new double[] {1, -2, 3, 4}, new double[2])
        .same("elements", new int[] {1, 2})
        .same("elements", new int[] {1, -2});
  }

  @Test
  void switches() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static int old(int x) {
                int s = 0;
                switch (x) {
                  case 1: s += 1;
                  case 2: s += 2; break;
                  default: s += 100;
                  case 7: case 8: s += 7;
                }
                return s;
              }
              @Compiled static double arrows(int x, double y) {
                double r = 0;
                switch (x % 4) {
                  case 0, 1 -> r = y;
                  case 2 -> { double t = y * y; r = t + 1; }
                  default -> r -= 1;
                }
                return r;
              }
              @Compiled static int value(int x) {
                return switch (x) {
                  case 3 -> x * 2;
                  case 4, 5 -> { if (x == 4) yield 44; yield 55; }
                  default -> -1;
                };
              }
              @Compiled static int inLoop(int[] codes) {
                int s = 0;
                for (int i = 0; i < codes.length; i++) {
                  switch (codes[i]) {
                    case 0: continue;
                    case 1: s += 5; break;
                    case 2: return s;
                    default: s *= 2;
                  }
                  s++;
                }
                return -s;
              }
              @Compiled static double loops(int x, double y) {
                return switch (x + 1) {
                  case 0 -> y;
                  case 1, 2 -> {
                    double z = y;
                    while (z > 1) z /= 2;
                    yield z;
                  }
                  case 3 -> -2;
                  default -> -1;
                };
              }
            }
            """)
        .same("loops", -1, 2.5)
        .same("loops", 0, 2.5)
        .same("loops", 1, 9.0)
        .same("loops", 2, 9.0)
        .same("loops", 3, 9.0)
        .same("old", 1)
        .same("old", 2)
        .same("old", 3)
        .same("old", 8)
        .same("arrows", 5, 2.5)
        .same("arrows", 6, 2.5)
        .same("arrows", 7, 2.5)
        .same("value", 3)
        .same("value", 4)
        .same("value", 5)
        .same("value", 6)
        .same("inLoop", new int[] {0, 1, 3, 1})
        .same("inLoop", new int[] {0, 1, 3, 2, 1});
  }

  @Test
  void partialRightSides() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static int guardedRead(double[] a, int i) {
                if (i >= 0 && i < a.length && a[i] > 1) return 1;
                if (i < 0 || i >= a.length || a[i] < 0) return 2;
                return 3;
              }
              @Compiled static int writesOnTheRight(int x) {
                int y = 0;
                boolean both = x > 3 && (y = x) > 5;
                boolean either = x > 3 || y++ == 0;
                return y * 4 + (both ? 2 : 0) + (either ? 1 : 0);
              }
              @Compiled static int whileWithGuard(int[] a, int key) {
                int i = 0;
                while (i < a.length && a[i] != key) i++;
                return i;
              }
              @Compiled static double divides(int a, int b) {
                return b != 0 && a / b > 2 ? a / b : -1;
              }
            }
            """)
        .same("guardedRead", new double[] {0.5, 2, -1}, -1)
        .same("guardedRead", new double[] {0.5, 2, -1}, 0)
        .same("guardedRead", new double[] {0.5, 2, -1}, 1)
        .same("guardedRead", new double[] {0.5, 2, -1}, 2)
        .same("guardedRead", new double[] {0.5, 2, -1}, 3)
        .same("writesOnTheRight", 2)
        .same("writesOnTheRight", 4)
        .same("writesOnTheRight", 9)
        .same("whileWithGuard", new int[] {4, 5, 6}, 6)
        .same("whileWithGuard", new int[] {4, 5, 6}, 9)
        .same("divides", 7, 0)
        .same("divides", 7, 2);
  }
}

package org.croton.processor.frontend;

import org.junit.jupiter.api.Test;

class ScalarsTest {
  @Test
  void arithmeticHasJavasTypes() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double promotes(float x, double y, int i) {
                double s = x * i;
                s += x / 3;
                return s + y * i - i / 2;
              }
              @Compiled static int wraps(int a, int b) { return a * b + 7; }
              @Compiled static long widens(int a, long b) { return a + b * a; }
              @Compiled static int truncates(int a, int b) { return a / b * 100 + a % b; }
              @Compiled static float narrows(double x) { float f = (float) x; f *= 1.1; return f; }
              @Compiled static int casts(double x) { return (int) x + (int) (long) (x * 2); }
              @Compiled static int known(int a) {
                int k = 1 << 10 | 3;
                byte b = (byte) 300;
                char c = 'a';
                c++;
                k ^= 0xff;
                return a + k + b + c + (int) 2.9e10 + 7 / 2 + -7 % 3 + ~5;
              }
              @Compiled static double steps(double x) {
                int i = 3;
                double y = x++ + --x;
                y += i++ * 10 + ++i;
                y -= i--;
                return -y + +i;
              }
              @Compiled static boolean compares(double x, double y, int i, boolean b) {
                return x < y && i != 3 || !b ^ x >= y;
              }
            }
            """)
        .same("promotes", 1.3f, 2.7, 5)
        .same("wraps", 123456789, 987654321)
        .same("widens", -5, 123456789012345L)
        .same("truncates", -7, 2)
        .same("truncates", 7, -3)
        .allThrow(ArithmeticException.class, "truncates", 7, 0)
        .same("narrows", 1e-3)
        .same("casts", 3.99)
        .same("casts", 1e30)
        .same("casts", Double.NaN)
        .same("known", 1)
        .same("steps", 2.5)
        .same("compares", 1.0, 2.0, 3, true)
        .same("compares", 1.0, 2.0, 4, false)
        .same("compares", Double.NaN, 2.0, 4, true);
  }

  @Test
  void functionsOfMathAndOps() {
    AgainstJava.of(
            "A",
            """
            class A {
              static final double HALF = Math.sqrt(0.25);
              @Compiled static double math(double x) {
                return Math.max(x, 0.5) + Math.abs(-x) * Math.PI + Math.floor(x * 3)
                    + Math.signum(x) + Math.min(x, 2) * HALF;
              }
              @Compiled static int integers(int a, int b) {
                return Math.max(a, b) - Math.abs(a) + Math.floorMod(a, b) + Math.floorDiv(a, b);
              }
              @Compiled static float floats(float x) { return maximum(x, 1f) + abs(x); }
              @Compiled static double radians(double x) { return Math.toRadians(x) * x; }
            }
            """)
        .same("math", 1.7)
        .same("math", -0.2)
        .same("integers", -7, 3)
        .same("integers", 7, 4)
        .same("floats", -2.5f);
  }

  @Test
  void choicesEvaluateOnlyWhatJavaWould() {
    AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static double select(double x) { return x > 0 ? x : -x / 2; }
              @Compiled static int guarded(int a, int b) { return b == 0 ? -1 : a / b; }
              @Compiled static boolean shortCircuit(int a, int b) { return b != 0 && a / b > 2; }
              @Compiled static double branches(double x, int n) {
                double y = 1;
                int k = 0;
                if (x > 1) {
                  y = x * 2;
                  k++;
                } else if (x > 0) {
                  y = x + n;
                } else {
                  k = n;
                }
                return y * 10 + k;
              }
              @Compiled static double early(double x) {
                if (x < 0) {
                  return -1;
                }
                if (x > 10) return 10;
                double y = x * x;
                return y + 1;
              }
              @Compiled static int divides(int a, int b) {
                int q = 0;
                if (b != 0) {
                  q = a / b;
                }
                return q;
              }
            }
            """)
        .same("select", 3.0)
        .same("select", -3.0)
        .same("guarded", 7, 0)
        .same("guarded", 7, 2)
        .same("shortCircuit", 7, 0)
        .same("shortCircuit", 7, 2)
        .same("branches", 2.0, 5)
        .same("branches", 0.5, 5)
        .same("branches", -1.0, 5)
        .same("early", -3.0)
        .same("early", 30.0)
        .same("early", 3.0)
        .same("divides", 7, 0)
        .same("divides", 7, 3);
  }

  @Test
  void whatTheBuildKnowsIsDecidedByTheBuild() {
    AgainstJava.of(
            "A",
            """
            class A {
              enum Mode { FAST, EXACT }
              static final Mode MODE = Mode.EXACT;
              static int factorial(int n) { return n <= 1 ? 1 : n * factorial(n - 1); }
              @Compiled static double f(double x) {
                String name = "t" + 1;
                double y = x;
                switch (MODE) {
                  case FAST: y = 0; break;
                  case EXACT: y += 1;
                  default: y *= 2;
                }
                y += switch (name) { case "t1" -> 5; case "t2" -> 6; default -> { yield 7; } };
                int i = 0;
                while (true) {
                  if (i == 3) break;
                  i++;
                  if (i == 2) continue;
                  y += i;
                }
                do { y += 100; } while (y == 0 && false);
                outer:
                for (int a = 0; a < 3; a++) {
                  for (int b = 0; b < 3; b++) {
                    if (b == 2) continue outer;
                    if (a == 2) break outer;
                    y += a * 10 + b;
                  }
                }
                return y + factorial(5);
              }
            }
            """
                .replace("while (y == 0 && false)", "while (i == 0)"))
        .same("f", 1.5);
  }
}

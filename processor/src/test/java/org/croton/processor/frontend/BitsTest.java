package org.croton.processor.frontend;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators on the bits of numbers that only the run knows, and the narrow types. */
class BitsTest {
  private static final List<Integer> INTS =
      List.of(0, 1, -1, 5, -77, 0x12345678, Integer.MAX_VALUE, Integer.MIN_VALUE);
  private static final List<Long> LONGS =
      List.of(0L, 1L, -1L, -77L, 0x123456789abcdefL, Long.MAX_VALUE, Long.MIN_VALUE);

  @Test
  void logicOfBits() {
    AgainstJava java =
        AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static int ints(int x, int y) { return (x & y) * 3 + (x | y) * 5 + (x ^ y) + ~x; }
              @Compiled static long mixed(int x, long y) { return (x & y) ^ (x | y) << 1; }
              @Compiled static boolean truths(boolean a, boolean b) { return a & !b ^ a | b; }
              @Compiled static int ofSizes(@Dims("n") double[] a, int n) { return (n & n) + (a.length ^ 3) + (n | 1); }
            }
            """);
    for (int x : INTS) {
      java.same("ints", x, 0x0f0f1234).same("mixed", x, 0x123456789abL);
    }
    java.same("truths", true, true).same("truths", true, false).same("truths", false, false);
    java.same("ofSizes", new double[6], 6);
  }

  @Test
  void shifts() {
    AgainstJava java =
        AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static int left(int x, int k) { return x << k; }
              @Compiled static int right(int x, int k) { return x >> k; }
              @Compiled static int unsigned(int x, int k) { return x >>> k; }
              @Compiled static long left(long x, int k) { return x << k; }
              @Compiled static long right(long x, long k) { return x >> k; }
              @Compiled static long unsigned(long x, int k) { return x >>> k; }
              @Compiled static long known(long x) { return (x << 13) ^ (x >>> 7) ^ (x >> 63) ^ (x >>> 0); }
              @Compiled static int knownInt(int x) { return (x << 31) ^ (x >>> 1) ^ (x >> 31) ^ (x << 33); }
              @Compiled static double random(long seed, int n) {
                double s = 0;
                for (int i = 0; i < n; i++) {
                  seed ^= seed << 13;
                  seed ^= seed >>> 7;
                  seed ^= seed << 17;
                  s += (seed >>> 11) * 0x1.0p-53;
                }
                return s;
              }
            }
            """
                .replace("long left", "long leftLong")
                .replace("long right", "long rightLong")
                .replace("long unsigned", "long unsignedLong"));
    for (int k : List.of(0, 1, 7, 31, 32, 63, -1)) {
      for (int x : INTS) {
        java.same("left", x, k).same("right", x, k).same("unsigned", x, k);
      }
      for (long x : LONGS) {
        java.same("leftLong", x, k).same("rightLong", x, (long) k).same("unsignedLong", x, k);
      }
    }
    LONGS.forEach(x -> java.same("known", x));
    INTS.forEach(x -> java.same("knownInt", x));
    java.same("random", 88172645463325252L, 100);
  }

  @Test
  void narrowTypes() {
    AgainstJava java =
        AgainstJava.of(
            "A",
            """
            class A {
              @Compiled static int casts(int x) { return (byte) x * 7 + (short) x * 3 + (char) x; }
              @Compiled static int fromLong(long x) { return (byte) x + (int) x; }
              @Compiled static int fromDouble(double x) { return (byte) x * 5 + (char) x + (int) x; }
              @Compiled static int compound(int n) {
                byte b = 100;
                short s = 30000;
                char c = 65000;
                int i = 5;
                long l = 3;
                for (int k = 0; k < n; k++) {
                  b += 7;
                  s *= 3;
                  c++;
                  i *= 1.5;
                  l <<= 1;
                  i ^= b;
                  b >>= 1;
                  b--;
                }
                return b + s * 3 + c * 5 + i * 7 + (int) l;
              }
            }
            """);
    INTS.forEach(x -> java.same("casts", x));
    LONGS.forEach(x -> java.same("fromLong", x));
    for (double x : List.of(0.0, -3.7, 300.5, 1e20, -1e20, Double.NaN)) {
      java.same("fromDouble", x);
    }
    java.same("compound", 5).same("compound", 50);
  }
}

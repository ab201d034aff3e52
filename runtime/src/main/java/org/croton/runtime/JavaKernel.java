package org.croton.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.croton.CrotonException;

/** What kernels compiled to Java call beyond Java's own mathematics. */
public final class JavaKernel {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private JavaKernel() {}

  /** A part of a workspace, in native order. */
  public static ByteBuffer part(ByteBuffer workspace, long offset) {
    int at = Math.toIntExact(offset);
    return workspace.slice(at, workspace.capacity() - at).order(ByteOrder.nativeOrder());
  }

  /** A tape without entries. */
  public static ByteBuffer tape() {
    return ByteBuffer.allocate(0).order(ByteOrder.nativeOrder());
  }

  /**
   * A tape with room for so many bytes at least and the same content.
   *
   * @throws CrotonException if that is more than a Java array holds
   */
  public static ByteBuffer grown(ByteBuffer tape, long bytes) {
    if (bytes <= tape.capacity()) {
      return tape;
    }
    if (bytes > Integer.MAX_VALUE - 64) {
      throw new CrotonException("out of memory: a tape of " + bytes + " bytes");
    }
    long room = Math.min(Math.max(bytes, 2L * tape.capacity()), Integer.MAX_VALUE - 64);
    ByteBuffer grown = ByteBuffer.allocate((int) room).order(ByteOrder.nativeOrder());
    grown.put(0, tape, 0, tape.capacity());
    return grown;
  }

  /** Copies the first bytes of one buffer to another. */
  public static void copy(ByteBuffer target, ByteBuffer source, long bytes) {
    target.put(0, source, 0, Math.toIntExact(bytes));
  }

  /** The error function. */
  public static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    // e^(-x^2) * sum of 2^n x^(2n+1) / (1*3*...*(2n+1)): terms of one sign, so nothing cancels.
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.ulp(sum) / 4; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
  }

  /** An integer power that wraps; a negative power of anything but 1 and -1 is 0. */
  public static long raise(long x, long power) {
    if (power < 0) {
      return x == 1 ? 1 : x == -1 ? 1 - 2 * (power & 1) : 0;
    }
    long result = 1;
    long square = x;
    for (long rest = power; rest > 0; rest >>= 1) {
      result *= (rest & 1) != 0 ? square : 1;
      square *= square;
    }
    return result;
  }

  /** An integer power that wraps; a negative power of anything but 1 and -1 is 0. */
  public static int raise(int x, int power) {
    return (int) raise((long) x, power);
  }

  /** The remainder that has the divisor's sign. */
  public static double floorMod(double a, double b) {
    double r = a % b;
    return r != 0 && (r < 0) != (b < 0) ? r + b : r;
  }

  /** The remainder that has the divisor's sign. */
  public static float floorMod(float a, float b) {
    float r = a % b;
    return r != 0 && (r < 0) != (b < 0) ? r + b : r;
  }
}

package org.croton;

/**
 * The functions of {@link Math} on integers, and those that have integer and floating overloads.
 */
public abstract sealed class IntegerMath permits ScalarMath {
  IntegerMath() {}

  /** As {@link Math#addExact(int, int)}. */
  public static int addExact(int x, int y) {
    return Math.addExact(x, y);
  }

  /** As {@link Math#addExact(long, long)}. */
  public static long addExact(long x, long y) {
    return Math.addExact(x, y);
  }

  /** As {@link Math#subtractExact(int, int)}. */
  public static int subtractExact(int x, int y) {
    return Math.subtractExact(x, y);
  }

  /** As {@link Math#subtractExact(long, long)}. */
  public static long subtractExact(long x, long y) {
    return Math.subtractExact(x, y);
  }

  /** As {@link Math#multiplyExact(int, int)}. */
  public static int multiplyExact(int x, int y) {
    return Math.multiplyExact(x, y);
  }

  /** As {@link Math#multiplyExact(long, int)}. */
  public static long multiplyExact(long x, int y) {
    return Math.multiplyExact(x, y);
  }

  /** As {@link Math#multiplyExact(long, long)}. */
  public static long multiplyExact(long x, long y) {
    return Math.multiplyExact(x, y);
  }

  /** As {@link Math#incrementExact(int)}. */
  public static int incrementExact(int x) {
    return Math.incrementExact(x);
  }

  /** As {@link Math#incrementExact(long)}. */
  public static long incrementExact(long x) {
    return Math.incrementExact(x);
  }

  /** As {@link Math#decrementExact(int)}. */
  public static int decrementExact(int x) {
    return Math.decrementExact(x);
  }

  /** As {@link Math#decrementExact(long)}. */
  public static long decrementExact(long x) {
    return Math.decrementExact(x);
  }

  /** As {@link Math#negateExact(int)}. */
  public static int negateExact(int x) {
    return Math.negateExact(x);
  }

  /** As {@link Math#negateExact(long)}. */
  public static long negateExact(long x) {
    return Math.negateExact(x);
  }

  /** As {@link Math#toIntExact(long)}. */
  public static int toIntExact(long x) {
    return Math.toIntExact(x);
  }

  /** As {@link Math#multiplyFull(int, int)}. */
  public static long multiplyFull(int x, int y) {
    return Math.multiplyFull(x, y);
  }

  /** As {@link Math#multiplyHigh(long, long)}. */
  public static long multiplyHigh(long x, long y) {
    return Math.multiplyHigh(x, y);
  }

  /** As {@link Math#floorDiv(int, int)}. */
  public static int floorDiv(int x, int y) {
    return Math.floorDiv(x, y);
  }

  /** As {@link Math#floorDiv(long, int)}. */
  public static long floorDiv(long x, int y) {
    return Math.floorDiv(x, y);
  }

  /** As {@link Math#floorDiv(long, long)}. */
  public static long floorDiv(long x, long y) {
    return Math.floorDiv(x, y);
  }

  /** As {@link Math#floorMod(int, int)}. */
  public static int floorMod(int x, int y) {
    return Math.floorMod(x, y);
  }

  /** As {@link Math#floorMod(long, int)}. */
  public static int floorMod(long x, int y) {
    return Math.floorMod(x, y);
  }

  /** As {@link Math#floorMod(long, long)}. */
  public static long floorMod(long x, long y) {
    return Math.floorMod(x, y);
  }

  /** As {@link Math#abs(int)}. */
  public static int abs(int x) {
    return Math.abs(x);
  }

  /** As {@link Math#abs(long)}. */
  public static long abs(long x) {
    return Math.abs(x);
  }

  /** As {@link Math#abs(float)}. */
  public static float abs(float x) {
    return Math.abs(x);
  }

  /** As {@link Math#abs(double)}. */
  public static double abs(double x) {
    return Math.abs(x);
  }

  /** As {@link Math#absExact(int)}. */
  public static int absExact(int x) {
    return Math.absExact(x);
  }

  /** As {@link Math#absExact(long)}. */
  public static long absExact(long x) {
    return Math.absExact(x);
  }

  /** As {@link Math#max(int, int)}. */
  public static int max(int x, int y) {
    return Math.max(x, y);
  }

  /** As {@link Math#max(long, long)}. */
  public static long max(long x, long y) {
    return Math.max(x, y);
  }

  /** As {@link Math#max(float, float)}. */
  public static float max(float x, float y) {
    return Math.max(x, y);
  }

  /** As {@link Math#max(double, double)}. */
  public static double max(double x, double y) {
    return Math.max(x, y);
  }

  /** As {@link Math#min(int, int)}. */
  public static int min(int x, int y) {
    return Math.min(x, y);
  }

  /** As {@link Math#min(long, long)}. */
  public static long min(long x, long y) {
    return Math.min(x, y);
  }

  /** As {@link Math#min(float, float)}. */
  public static float min(float x, float y) {
    return Math.min(x, y);
  }

  /** As {@link Math#min(double, double)}. */
  public static double min(double x, double y) {
    return Math.min(x, y);
  }
}

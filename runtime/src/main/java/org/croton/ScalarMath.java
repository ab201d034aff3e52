package org.croton;

/**
 * The functions of {@link Math} on {@code double} and {@code float}, so that nobody needs to import
 * both. The impure {@code random} is left out.
 */
public abstract sealed class ScalarMath extends IntegerMath permits ScalarOps {
  /** As {@link Math#E}. */
  public static final double E = Math.E;

  /** As {@link Math#PI}. */
  public static final double PI = Math.PI;

  ScalarMath() {}

  /** As {@link Math#sin(double)}. */
  public static double sin(double x) {
    return Math.sin(x);
  }

  /** As {@link Math#cos(double)}. */
  public static double cos(double x) {
    return Math.cos(x);
  }

  /** As {@link Math#tan(double)}. */
  public static double tan(double x) {
    return Math.tan(x);
  }

  /** As {@link Math#asin(double)}. */
  public static double asin(double x) {
    return Math.asin(x);
  }

  /** As {@link Math#acos(double)}. */
  public static double acos(double x) {
    return Math.acos(x);
  }

  /** As {@link Math#atan(double)}. */
  public static double atan(double x) {
    return Math.atan(x);
  }

  /** As {@link Math#toRadians(double)}. */
  public static double toRadians(double x) {
    return Math.toRadians(x);
  }

  /** As {@link Math#toDegrees(double)}. */
  public static double toDegrees(double x) {
    return Math.toDegrees(x);
  }

  /** As {@link Math#exp(double)}. */
  public static double exp(double x) {
    return Math.exp(x);
  }

  /** As {@link Math#log(double)}. */
  public static double log(double x) {
    return Math.log(x);
  }

  /** As {@link Math#log10(double)}. */
  public static double log10(double x) {
    return Math.log10(x);
  }

  /** As {@link Math#sqrt(double)}. */
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  /** As {@link Math#cbrt(double)}. */
  public static double cbrt(double x) {
    return Math.cbrt(x);
  }

  /** As {@link Math#IEEEremainder(double, double)}. */
  public static double IEEEremainder(double x, double y) {
    return Math.IEEEremainder(x, y);
  }

  /** As {@link Math#ceil(double)}. */
  public static double ceil(double x) {
    return Math.ceil(x);
  }

  /** As {@link Math#floor(double)}. */
  public static double floor(double x) {
    return Math.floor(x);
  }

  /** As {@link Math#rint(double)}. */
  public static double rint(double x) {
    return Math.rint(x);
  }

  /** As {@link Math#atan2(double, double)}. */
  public static double atan2(double y, double x) {
    return Math.atan2(y, x);
  }

  /** As {@link Math#pow(double, double)}. */
  public static double pow(double x, double power) {
    return Math.pow(x, power);
  }

  /** As {@link Math#round(float)}. */
  public static int round(float x) {
    return Math.round(x);
  }

  /** As {@link Math#round(double)}. */
  public static long round(double x) {
    return Math.round(x);
  }

  /** As {@link Math#fma(double, double, double)}. */
  public static double fma(double a, double b, double c) {
    return Math.fma(a, b, c);
  }

  /** As {@link Math#fma(float, float, float)}. */
  public static float fma(float a, float b, float c) {
    return Math.fma(a, b, c);
  }

  /** As {@link Math#ulp(double)}. */
  public static double ulp(double x) {
    return Math.ulp(x);
  }

  /** As {@link Math#ulp(float)}. */
  public static float ulp(float x) {
    return Math.ulp(x);
  }

  /** As {@link Math#signum(double)}. */
  public static double signum(double x) {
    return Math.signum(x);
  }

  /** As {@link Math#signum(float)}. */
  public static float signum(float x) {
    return Math.signum(x);
  }

  /** As {@link Math#sinh(double)}. */
  public static double sinh(double x) {
    return Math.sinh(x);
  }

  /** As {@link Math#cosh(double)}. */
  public static double cosh(double x) {
    return Math.cosh(x);
  }

  /** As {@link Math#tanh(double)}. */
  public static double tanh(double x) {
    return Math.tanh(x);
  }

  /** As {@link Math#hypot(double, double)}. */
  public static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  /** As {@link Math#expm1(double)}. */
  public static double expm1(double x) {
    return Math.expm1(x);
  }

  /** As {@link Math#log1p(double)}. */
  public static double log1p(double x) {
    return Math.log1p(x);
  }

  /** As {@link Math#copySign(double, double)}. */
  public static double copySign(double magnitude, double sign) {
    return Math.copySign(magnitude, sign);
  }

  /** As {@link Math#copySign(float, float)}. */
  public static float copySign(float magnitude, float sign) {
    return Math.copySign(magnitude, sign);
  }

  /** As {@link Math#getExponent(float)}. */
  public static int getExponent(float x) {
    return Math.getExponent(x);
  }

  /** As {@link Math#getExponent(double)}. */
  public static int getExponent(double x) {
    return Math.getExponent(x);
  }

  /** As {@link Math#nextAfter(double, double)}. */
  public static double nextAfter(double start, double direction) {
    return Math.nextAfter(start, direction);
  }

  /** As {@link Math#nextAfter(float, double)}. */
  public static float nextAfter(float start, double direction) {
    return Math.nextAfter(start, direction);
  }

  /** As {@link Math#nextUp(double)}. */
  public static double nextUp(double x) {
    return Math.nextUp(x);
  }

  /** As {@link Math#nextUp(float)}. */
  public static float nextUp(float x) {
    return Math.nextUp(x);
  }

  /** As {@link Math#nextDown(double)}. */
  public static double nextDown(double x) {
    return Math.nextDown(x);
  }

  /** As {@link Math#nextDown(float)}. */
  public static float nextDown(float x) {
    return Math.nextDown(x);
  }

  /** As {@link Math#scalb(double, int)}. */
  public static double scalb(double x, int exponent) {
    return Math.scalb(x, exponent);
  }

  /** As {@link Math#scalb(float, int)}. */
  public static float scalb(float x, int exponent) {
    return Math.scalb(x, exponent);
  }

  /** As {@link Math#sin(double)}, rounded to {@code float}. */
  public static float sin(float x) {
    return (float) Math.sin(x);
  }

  /** As {@link Math#cos(double)}, rounded to {@code float}. */
  public static float cos(float x) {
    return (float) Math.cos(x);
  }

  /** As {@link Math#tan(double)}, rounded to {@code float}. */
  public static float tan(float x) {
    return (float) Math.tan(x);
  }

  /** As {@link Math#asin(double)}, rounded to {@code float}. */
  public static float asin(float x) {
    return (float) Math.asin(x);
  }

  /** As {@link Math#acos(double)}, rounded to {@code float}. */
  public static float acos(float x) {
    return (float) Math.acos(x);
  }

  /** As {@link Math#atan(double)}, rounded to {@code float}. */
  public static float atan(float x) {
    return (float) Math.atan(x);
  }

  /** As {@link Math#exp(double)}, rounded to {@code float}. */
  public static float exp(float x) {
    return (float) Math.exp(x);
  }

  /** As {@link Math#log(double)}, rounded to {@code float}. */
  public static float log(float x) {
    return (float) Math.log(x);
  }

  /** As {@link Math#log10(double)}, rounded to {@code float}. */
  public static float log10(float x) {
    return (float) Math.log10(x);
  }

  /** As {@link Math#sqrt(double)}, rounded to {@code float}. */
  public static float sqrt(float x) {
    return (float) Math.sqrt(x);
  }

  /** As {@link Math#cbrt(double)}, rounded to {@code float}. */
  public static float cbrt(float x) {
    return (float) Math.cbrt(x);
  }

  /** As {@link Math#ceil(double)}, rounded to {@code float}. */
  public static float ceil(float x) {
    return (float) Math.ceil(x);
  }

  /** As {@link Math#floor(double)}, rounded to {@code float}. */
  public static float floor(float x) {
    return (float) Math.floor(x);
  }

  /** As {@link Math#rint(double)}, rounded to {@code float}. */
  public static float rint(float x) {
    return (float) Math.rint(x);
  }

  /** As {@link Math#atan2(double, double)}, rounded to {@code float}. */
  public static float atan2(float y, float x) {
    return (float) Math.atan2(y, x);
  }

  /** As {@link Math#pow(double, double)}, rounded to {@code float}. */
  public static float pow(float x, float power) {
    return (float) Math.pow(x, power);
  }

  /** As {@link Math#sinh(double)}, rounded to {@code float}. */
  public static float sinh(float x) {
    return (float) Math.sinh(x);
  }

  /** As {@link Math#cosh(double)}, rounded to {@code float}. */
  public static float cosh(float x) {
    return (float) Math.cosh(x);
  }

  /** As {@link Math#tanh(double)}, rounded to {@code float}. */
  public static float tanh(float x) {
    return (float) Math.tanh(x);
  }

  /** As {@link Math#hypot(double, double)}, rounded to {@code float}. */
  public static float hypot(float x, float y) {
    return (float) Math.hypot(x, y);
  }

  /** As {@link Math#expm1(double)}, rounded to {@code float}. */
  public static float expm1(float x) {
    return (float) Math.expm1(x);
  }

  /** As {@link Math#log1p(double)}, rounded to {@code float}. */
  public static float log1p(float x) {
    return (float) Math.log1p(x);
  }
}

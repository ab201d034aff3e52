package org.croton;

import org.croton.runtime.JavaKernel;

/** The elementwise functions that {@link Math} lacks, on {@code double} and {@code float}. */
public abstract sealed class ScalarOps extends ScalarMath permits FunctionOps {
  ScalarOps() {}

  /** The square. */
  public static double square(double x) {
    return x * x;
  }

  /** The square. */
  public static float square(float x) {
    return x * x;
  }

  /** -1, 0 or 1 as {@code x} is negative, zero or positive; zero and NaN give themselves. */
  public static double sign(double x) {
    return Math.signum(x);
  }

  /** -1, 0 or 1 as {@code x} is negative, zero or positive; zero and NaN give themselves. */
  public static float sign(float x) {
    return Math.signum(x);
  }

  /** {@code x} where positive, else 0; NaN for NaN. */
  public static double relu(double x) {
    return Math.max(x, 0);
  }

  /** {@code x} where positive, else 0; NaN for NaN. */
  public static float relu(float x) {
    return Math.max(x, 0);
  }

  /** {@code 1 / (1 + exp(-x))}, without overflow. */
  public static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  /** {@code 1 / (1 + exp(-x))}, without overflow. */
  public static float sigmoid(float x) {
    return (float) sigmoid((double) x);
  }

  /** {@code log(1 + exp(x))}, without overflow. */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** {@code log(1 + exp(x))}, without overflow. */
  public static float softplus(float x) {
    return (float) softplus((double) x);
  }

  /** 2 to the power of {@code x}, exact at whole numbers. */
  public static double exp2(double x) {
    return Math.pow(2, x);
  }

  /** 2 to the power of {@code x}, exact at whole numbers. */
  public static float exp2(float x) {
    return (float) exp2((double) x);
  }

  /** The logarithm to base 2, exact at powers of two; -infinity at 0, NaN below. */
  public static double log2(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return Math.log(x);
    }
    int exponent = Math.getExponent(x < Double.MIN_NORMAL ? x * 0x1p54 : x);
    int power = x < Double.MIN_NORMAL ? exponent - 54 : exponent;
    double mantissa = Math.scalb(Math.scalb(x, -power / 2), -power - -power / 2);
    return mantissa > Math.sqrt(2)
        ? power + 1 + Math.log(mantissa / 2) / Math.log(2)
        : power + Math.log(mantissa) / Math.log(2);
  }

  /** The logarithm to base 2, exact at powers of two; -infinity at 0, NaN below. */
  public static float log2(float x) {
    return (float) log2((double) x);
  }

  /** The error function: {@code 2 / sqrt(pi)} times the integral of {@code exp(-t*t)} from 0. */
  public static double erf(double x) {
    return JavaKernel.erf(x);
  }

  /** The error function: {@code 2 / sqrt(pi)} times the integral of {@code exp(-t*t)} from 0. */
  public static float erf(float x) {
    return (float) JavaKernel.erf(x);
  }

  /** The greater one; NaN if either is NaN. */
  public static double maximum(double x, double y) {
    return Math.max(x, y);
  }

  /** The greater one; NaN if either is NaN. */
  public static float maximum(float x, float y) {
    return Math.max(x, y);
  }

  /** The smaller one; NaN if either is NaN. */
  public static double minimum(double x, double y) {
    return Math.min(x, y);
  }

  /** The smaller one; NaN if either is NaN. */
  public static float minimum(float x, float y) {
    return Math.min(x, y);
  }

  /** {@code log(exp(x) + exp(y))}, without overflow. */
  public static double logaddexp(double x, double y) {
    if (x == y) {
      return x + Math.log(2);
    }
    return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
  }

  /** {@code log(exp(x) + exp(y))}, without overflow. */
  public static float logaddexp(float x, float y) {
    return (float) logaddexp((double) x, (double) y);
  }

  /** {@code x} moved into the range from {@code low} to {@code high}; NaN for NaN. */
  public static double clip(double x, double low, double high) {
    return Math.min(Math.max(x, low), high);
  }

  /** {@code x} moved into the range from {@code low} to {@code high}; NaN for NaN. */
  public static float clip(float x, float low, float high) {
    return Math.min(Math.max(x, low), high);
  }
}

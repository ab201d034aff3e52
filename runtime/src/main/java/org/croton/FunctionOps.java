package org.croton;

import org.croton.runtime.Evaluation;

/**
 * Functions of each element of a tensor.
 *
 * <p>Every function throws {@link DTypeException} if the element type has no such function.
 * Functions that are not whole-valued turn integers into {@link DType#F64}.
 */
public abstract sealed class FunctionOps extends ScalarOps permits ElementwiseOps {
  FunctionOps() {}

  /** The negative. */
  public static Tensor neg(Tensor x) {
    return Evaluation.tensor("neg", x);
  }

  /** The absolute value. */
  public static Tensor abs(Tensor x) {
    return Evaluation.tensor("abs", x);
  }

  /** -1, 0 or 1; zero and NaN give themselves. */
  public static Tensor sign(Tensor x) {
    return Evaluation.tensor("sign", x);
  }

  /** The square. */
  public static Tensor square(Tensor x) {
    return Evaluation.tensor("square", x);
  }

  /** The square root; NaN below 0. */
  public static Tensor sqrt(Tensor x) {
    return Evaluation.tensor("sqrt", x);
  }

  /** The exponential. */
  public static Tensor exp(Tensor x) {
    return Evaluation.tensor("exp", x);
  }

  /** The natural logarithm; -infinity at 0, NaN below. */
  public static Tensor log(Tensor x) {
    return Evaluation.tensor("log", x);
  }

  /** {@code log(1 + x)}, exact near 0. */
  public static Tensor log1p(Tensor x) {
    return Evaluation.tensor("log1p", x);
  }

  /** {@code exp(x) - 1}, exact near 0. */
  public static Tensor expm1(Tensor x) {
    return Evaluation.tensor("expm1", x);
  }

  /** {@code 1 / (1 + exp(-x))}, without overflow. */
  public static Tensor sigmoid(Tensor x) {
    return Evaluation.tensor("sigmoid", x);
  }

  /** {@code log(1 + exp(x))}, without overflow. */
  public static Tensor softplus(Tensor x) {
    return Evaluation.tensor("softplus", x);
  }

  /** The hyperbolic tangent. */
  public static Tensor tanh(Tensor x) {
    return Evaluation.tensor("tanh", x);
  }

  /** 2 to the power of the element, exact at whole numbers. */
  public static Tensor exp2(Tensor x) {
    return Evaluation.tensor("exp2", x);
  }

  /** The logarithm to base 2, exact at powers of two. */
  public static Tensor log2(Tensor x) {
    return Evaluation.tensor("log2", x);
  }

  /** The logarithm to base 10. */
  public static Tensor log10(Tensor x) {
    return Evaluation.tensor("log10", x);
  }

  /** The cube root, of negative numbers too. */
  public static Tensor cbrt(Tensor x) {
    return Evaluation.tensor("cbrt", x);
  }

  /** The error function: {@code 2 / sqrt(pi)} times the integral of {@code exp(-t*t)} from 0. */
  public static Tensor erf(Tensor x) {
    return Evaluation.tensor("erf", x);
  }

  /** The sine. */
  public static Tensor sin(Tensor x) {
    return Evaluation.tensor("sin", x);
  }

  /** The cosine. */
  public static Tensor cos(Tensor x) {
    return Evaluation.tensor("cos", x);
  }

  /** The tangent. */
  public static Tensor tan(Tensor x) {
    return Evaluation.tensor("tan", x);
  }

  /** The angle of a sine, from -pi/2 to pi/2; NaN outside -1 to 1. */
  public static Tensor asin(Tensor x) {
    return Evaluation.tensor("asin", x);
  }

  /** The angle of a cosine, from 0 to pi; NaN outside -1 to 1. */
  public static Tensor acos(Tensor x) {
    return Evaluation.tensor("acos", x);
  }

  /** The angle of a tangent, from -pi/2 to pi/2. */
  public static Tensor atan(Tensor x) {
    return Evaluation.tensor("atan", x);
  }

  /** The hyperbolic sine. */
  public static Tensor sinh(Tensor x) {
    return Evaluation.tensor("sinh", x);
  }

  /** The hyperbolic cosine. */
  public static Tensor cosh(Tensor x) {
    return Evaluation.tensor("cosh", x);
  }

  /** The greatest whole number that is not greater; integers stay. */
  public static Tensor floor(Tensor x) {
    return Evaluation.tensor("floor", x);
  }

  /** The smallest whole number that is not smaller; integers stay. */
  public static Tensor ceil(Tensor x) {
    return Evaluation.tensor("ceil", x);
  }

  /** The nearest whole number, the even one of two; integers stay. */
  public static Tensor rint(Tensor x) {
    return Evaluation.tensor("rint", x);
  }

  /** As {@link #rint(Tensor)}, which is how NumPy rounds; numbers round as in {@link Math}. */
  public static Tensor round(Tensor x) {
    return Evaluation.tensor("round", x);
  }

  /** Whether the element is not a number. */
  public static Tensor isNaN(Tensor x) {
    return Evaluation.tensor("isNaN", x);
  }

  /** Whether the element is neither infinite nor NaN. */
  public static Tensor isFinite(Tensor x) {
    return Evaluation.tensor("isFinite", x);
  }

  /** Whether the element is an infinity. */
  public static Tensor isInfinite(Tensor x) {
    return Evaluation.tensor("isInfinite", x);
  }

  /** The element where positive, else 0; its derivative at 0 is 0. */
  public static Tensor relu(Tensor x) {
    return Evaluation.tensor("relu", x);
  }
}

package org.croton;

import org.croton.runtime.Evaluation;

/**
 * Elementwise functions of tensors, with NumPy's broadcasting and promotion; a number takes the
 * kind of the tensor it meets.
 *
 * <p>Every function throws {@link ShapeException} if shapes do not broadcast and {@link
 * DTypeException} if an element type has no such function. Functions that are not whole-valued turn
 * integers into {@link DType#F64}.
 */
public abstract sealed class ElementwiseOps extends ScalarOps permits ArrayOps {
  ElementwiseOps() {}

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

  /** The element where positive, else 0; its derivative at 0 is 0. */
  public static Tensor relu(Tensor x) {
    return Evaluation.tensor("relu", x);
  }

  /** The sum. */
  public static Tensor add(Tensor x, Tensor y) {
    return Evaluation.tensor("add", x, y);
  }

  /** The sum. */
  public static Tensor add(Tensor x, double y) {
    return Evaluation.tensor("add", x, y);
  }

  /** The sum. */
  public static Tensor add(double x, Tensor y) {
    return Evaluation.tensor("add", x, y);
  }

  /** {@code x - y}. */
  public static Tensor sub(Tensor x, Tensor y) {
    return Evaluation.tensor("sub", x, y);
  }

  /** {@code x - y}. */
  public static Tensor sub(Tensor x, double y) {
    return Evaluation.tensor("sub", x, y);
  }

  /** {@code x - y}. */
  public static Tensor sub(double x, Tensor y) {
    return Evaluation.tensor("sub", x, y);
  }

  /** The elementwise product. */
  public static Tensor mul(Tensor x, Tensor y) {
    return Evaluation.tensor("mul", x, y);
  }

  /** The elementwise product. */
  public static Tensor mul(Tensor x, double y) {
    return Evaluation.tensor("mul", x, y);
  }

  /** The elementwise product. */
  public static Tensor mul(double x, Tensor y) {
    return Evaluation.tensor("mul", x, y);
  }

  /** {@code x / y}; integers divide truly. */
  public static Tensor div(Tensor x, Tensor y) {
    return Evaluation.tensor("div", x, y);
  }

  /** {@code x / y}; integers divide truly. */
  public static Tensor div(Tensor x, double y) {
    return Evaluation.tensor("div", x, y);
  }

  /** {@code x / y}; integers divide truly. */
  public static Tensor div(double x, Tensor y) {
    return Evaluation.tensor("div", x, y);
  }

  /** {@code x} to the power of {@code y}. */
  public static Tensor pow(Tensor x, Tensor y) {
    return Evaluation.tensor("pow", x, y);
  }

  /** {@code x} to the power of {@code y}. */
  public static Tensor pow(Tensor x, double y) {
    return Evaluation.tensor("pow", x, y);
  }

  /** {@code x} to the power of {@code y}. */
  public static Tensor pow(double x, Tensor y) {
    return Evaluation.tensor("pow", x, y);
  }

  /** The greater of each two elements; NaN if either is NaN. */
  public static Tensor maximum(Tensor x, Tensor y) {
    return Evaluation.tensor("maximum", x, y);
  }

  /** The greater of each two elements; NaN if either is NaN. */
  public static Tensor maximum(Tensor x, double y) {
    return Evaluation.tensor("maximum", x, y);
  }

  /** The greater of each two elements; NaN if either is NaN. */
  public static Tensor maximum(double x, Tensor y) {
    return Evaluation.tensor("maximum", x, y);
  }

  /** The smaller of each two elements; NaN if either is NaN. */
  public static Tensor minimum(Tensor x, Tensor y) {
    return Evaluation.tensor("minimum", x, y);
  }

  /** The smaller of each two elements; NaN if either is NaN. */
  public static Tensor minimum(Tensor x, double y) {
    return Evaluation.tensor("minimum", x, y);
  }

  /** The smaller of each two elements; NaN if either is NaN. */
  public static Tensor minimum(double x, Tensor y) {
    return Evaluation.tensor("minimum", x, y);
  }

  /** The elements moved into a range, {@code minimum(maximum(x, low), high)}. */
  public static Tensor clip(Tensor x, double low, double high) {
    return Evaluation.tensor("clip", x, low, high);
  }

  /** The elements moved into ranges, {@code minimum(maximum(x, low), high)}. */
  public static Tensor clip(Tensor x, Tensor low, Tensor high) {
    return Evaluation.tensor("clip", x, low, high);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, Tensor x, Tensor y) {
    return Evaluation.tensor("where", condition, x, y);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, Tensor x, double y) {
    return Evaluation.tensor("where", condition, x, y);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, double x, Tensor y) {
    return Evaluation.tensor("where", condition, x, y);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, double x, double y) {
    return Evaluation.tensor("where", condition, x, y);
  }
}

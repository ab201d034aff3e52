package org.croton;

import org.croton.runtime.Evaluation;

/**
 * Elementwise functions of several tensors, with NumPy's broadcasting and promotion. A number takes
 * the kind of the tensor it meets; a fraction turns integers into {@link DType#F64}.
 *
 * <p>Every function throws {@link ShapeException} if shapes do not broadcast and {@link
 * DTypeException} if an element type has no such function. Functions that are not whole-valued turn
 * integers into {@link DType#F64}.
 */
public abstract sealed class ElementwiseOps extends FunctionOps permits ArrayOps {
  ElementwiseOps() {}

  /** The sum. */
  public static Tensor add(Tensor x, Tensor y) {
    return Evaluation.tensor("add", x, y);
  }

  /** The sum. */
  public static Tensor add(Tensor x, double y) {
    return Evaluation.tensor("add", x, y);
  }

  /** The sum. */
  public static Tensor add(Tensor x, long y) {
    return Evaluation.tensor("add", x, y);
  }

  /** The sum. */
  public static Tensor add(double x, Tensor y) {
    return Evaluation.tensor("add", x, y);
  }

  /** The sum. */
  public static Tensor add(long x, Tensor y) {
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
  public static Tensor sub(Tensor x, long y) {
    return Evaluation.tensor("sub", x, y);
  }

  /** {@code x - y}. */
  public static Tensor sub(double x, Tensor y) {
    return Evaluation.tensor("sub", x, y);
  }

  /** {@code x - y}. */
  public static Tensor sub(long x, Tensor y) {
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
  public static Tensor mul(Tensor x, long y) {
    return Evaluation.tensor("mul", x, y);
  }

  /** The elementwise product. */
  public static Tensor mul(double x, Tensor y) {
    return Evaluation.tensor("mul", x, y);
  }

  /** The elementwise product. */
  public static Tensor mul(long x, Tensor y) {
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
  public static Tensor div(Tensor x, long y) {
    return Evaluation.tensor("div", x, y);
  }

  /** {@code x / y}; integers divide truly. */
  public static Tensor div(double x, Tensor y) {
    return Evaluation.tensor("div", x, y);
  }

  /** {@code x / y}; integers divide truly. */
  public static Tensor div(long x, Tensor y) {
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
  public static Tensor pow(Tensor x, long y) {
    return Evaluation.tensor("pow", x, y);
  }

  /** {@code x} to the power of {@code y}. */
  public static Tensor pow(double x, Tensor y) {
    return Evaluation.tensor("pow", x, y);
  }

  /** {@code x} to the power of {@code y}. */
  public static Tensor pow(long x, Tensor y) {
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
  public static Tensor maximum(Tensor x, long y) {
    return Evaluation.tensor("maximum", x, y);
  }

  /** The greater of each two elements; NaN if either is NaN. */
  public static Tensor maximum(double x, Tensor y) {
    return Evaluation.tensor("maximum", x, y);
  }

  /** The greater of each two elements; NaN if either is NaN. */
  public static Tensor maximum(long x, Tensor y) {
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
  public static Tensor minimum(Tensor x, long y) {
    return Evaluation.tensor("minimum", x, y);
  }

  /** The smaller of each two elements; NaN if either is NaN. */
  public static Tensor minimum(double x, Tensor y) {
    return Evaluation.tensor("minimum", x, y);
  }

  /** The smaller of each two elements; NaN if either is NaN. */
  public static Tensor minimum(long x, Tensor y) {
    return Evaluation.tensor("minimum", x, y);
  }

  /** The angle of the point {@code (x, y)}, from -pi to pi. */
  public static Tensor atan2(Tensor y, Tensor x) {
    return Evaluation.tensor("atan2", y, x);
  }

  /** The angle of the point {@code (x, y)}, from -pi to pi. */
  public static Tensor atan2(Tensor y, double x) {
    return Evaluation.tensor("atan2", y, x);
  }

  /** The angle of the point {@code (x, y)}, from -pi to pi. */
  public static Tensor atan2(double y, Tensor x) {
    return Evaluation.tensor("atan2", y, x);
  }

  /** {@code sqrt(x*x + y*y)}, without overflow on the way. */
  public static Tensor hypot(Tensor x, Tensor y) {
    return Evaluation.tensor("hypot", x, y);
  }

  /** {@code sqrt(x*x + y*y)}, without overflow on the way. */
  public static Tensor hypot(Tensor x, double y) {
    return Evaluation.tensor("hypot", x, y);
  }

  /** {@code sqrt(x*x + y*y)}, without overflow on the way. */
  public static Tensor hypot(double x, Tensor y) {
    return Evaluation.tensor("hypot", x, y);
  }

  /** {@code log(exp(x) + exp(y))}, without overflow. */
  public static Tensor logaddexp(Tensor x, Tensor y) {
    return Evaluation.tensor("logaddexp", x, y);
  }

  /** {@code log(exp(x) + exp(y))}, without overflow. */
  public static Tensor logaddexp(Tensor x, double y) {
    return Evaluation.tensor("logaddexp", x, y);
  }

  /** {@code log(exp(x) + exp(y))}, without overflow. */
  public static Tensor logaddexp(double x, Tensor y) {
    return Evaluation.tensor("logaddexp", x, y);
  }

  /** {@code floor(x / y)}; an integer that is divided by 0 throws {@link ArithmeticException}. */
  public static Tensor floorDiv(Tensor x, Tensor y) {
    return Evaluation.tensor("floorDiv", x, y);
  }

  /** {@code floor(x / y)}; an integer that is divided by 0 throws {@link ArithmeticException}. */
  public static Tensor floorDiv(Tensor x, double y) {
    return Evaluation.tensor("floorDiv", x, y);
  }

  /** {@code floor(x / y)}; an integer that is divided by 0 throws {@link ArithmeticException}. */
  public static Tensor floorDiv(double x, Tensor y) {
    return Evaluation.tensor("floorDiv", x, y);
  }

  /** {@code floor(x / y)}; an integer that is divided by 0 throws {@link ArithmeticException}. */
  public static Tensor floorDiv(Tensor x, long y) {
    return Evaluation.tensor("floorDiv", x, y);
  }

  /** {@code floor(x / y)}; an integer that is divided by 0 throws {@link ArithmeticException}. */
  public static Tensor floorDiv(long x, Tensor y) {
    return Evaluation.tensor("floorDiv", x, y);
  }

  /** {@code x - floorDiv(x, y) * y}: with the sign of {@code y}. */
  public static Tensor floorMod(Tensor x, Tensor y) {
    return Evaluation.tensor("floorMod", x, y);
  }

  /** {@code x - floorDiv(x, y) * y}: with the sign of {@code y}. */
  public static Tensor floorMod(Tensor x, double y) {
    return Evaluation.tensor("floorMod", x, y);
  }

  /** {@code x - floorDiv(x, y) * y}: with the sign of {@code y}. */
  public static Tensor floorMod(double x, Tensor y) {
    return Evaluation.tensor("floorMod", x, y);
  }

  /** {@code x - floorDiv(x, y) * y}: with the sign of {@code y}. */
  public static Tensor floorMod(Tensor x, long y) {
    return Evaluation.tensor("floorMod", x, y);
  }

  /** {@code x - floorDiv(x, y) * y}: with the sign of {@code y}. */
  public static Tensor floorMod(long x, Tensor y) {
    return Evaluation.tensor("floorMod", x, y);
  }

  /** The elements moved into a range, {@code minimum(maximum(x, low), high)}. */
  public static Tensor clip(Tensor x, double low, double high) {
    return Evaluation.tensor("clip", x, low, high);
  }

  /** The elements moved into a range, {@code minimum(maximum(x, low), high)}. */
  public static Tensor clip(Tensor x, long low, long high) {
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
  public static Tensor where(Tensor condition, Tensor x, long y) {
    return Evaluation.tensor("where", condition, x, y);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, double x, Tensor y) {
    return Evaluation.tensor("where", condition, x, y);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, long x, Tensor y) {
    return Evaluation.tensor("where", condition, x, y);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, double x, double y) {
    return Evaluation.tensor("where", condition, x, y);
  }

  /** The elements of {@code x} where the condition is true, else those of {@code y}. */
  public static Tensor where(Tensor condition, long x, long y) {
    return Evaluation.tensor("where", condition, x, y);
  }
}

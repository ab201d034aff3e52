package org.croton;

import org.croton.runtime.Evaluation;

/**
 * The arithmetic methods of {@link Tensor}: elementwise, with NumPy's broadcasting and promotion,
 * and products over axes.
 *
 * <p>Two tensors promote by {@link DType#promote}; a number takes the kind of the tensor it meets,
 * and a fraction turns integers into {@link DType#F64}.
 *
 * <p>Every method returns a new tensor and throws {@link ShapeException} if the shapes do not
 * broadcast or fit, {@link DTypeException} if the element types have no such operation.
 */
public sealed interface TensorArithmetic permits Tensor {
  /** The sum. */
  default Tensor add(Tensor other) {
    return Evaluation.tensor("add", this, other);
  }

  /** As {@link #add(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor add(double other) {
    return Evaluation.tensor("add", this, other);
  }

  /** As {@link #add(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor add(long other) {
    return Evaluation.tensor("add", this, other);
  }

  /** This minus {@code other}. */
  default Tensor sub(Tensor other) {
    return Evaluation.tensor("sub", this, other);
  }

  /** As {@link #sub(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor sub(double other) {
    return Evaluation.tensor("sub", this, other);
  }

  /** As {@link #sub(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor sub(long other) {
    return Evaluation.tensor("sub", this, other);
  }

  /** The elementwise product. */
  default Tensor mul(Tensor other) {
    return Evaluation.tensor("mul", this, other);
  }

  /** As {@link #mul(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor mul(double other) {
    return Evaluation.tensor("mul", this, other);
  }

  /** As {@link #mul(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor mul(long other) {
    return Evaluation.tensor("mul", this, other);
  }

  /** This divided by {@code other}; integers divide truly, as in NumPy. */
  default Tensor div(Tensor other) {
    return Evaluation.tensor("div", this, other);
  }

  /** As {@link #div(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor div(double other) {
    return Evaluation.tensor("div", this, other);
  }

  /** As {@link #div(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor div(long other) {
    return Evaluation.tensor("div", this, other);
  }

  /** This to the power of {@code other}. */
  default Tensor pow(Tensor other) {
    return Evaluation.tensor("pow", this, other);
  }

  /** As {@link #pow(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor pow(double other) {
    return Evaluation.tensor("pow", this, other);
  }

  /** As {@link #pow(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor pow(long other) {
    return Evaluation.tensor("pow", this, other);
  }

  /** The greater of each two elements; NaN if either is NaN. */
  default Tensor maximum(Tensor other) {
    return Evaluation.tensor("maximum", this, other);
  }

  /** As {@link #maximum(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor maximum(double other) {
    return Evaluation.tensor("maximum", this, other);
  }

  /** As {@link #maximum(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor maximum(long other) {
    return Evaluation.tensor("maximum", this, other);
  }

  /** The smaller of each two elements; NaN if either is NaN. */
  default Tensor minimum(Tensor other) {
    return Evaluation.tensor("minimum", this, other);
  }

  /** As {@link #minimum(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor minimum(double other) {
    return Evaluation.tensor("minimum", this, other);
  }

  /** As {@link #minimum(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor minimum(long other) {
    return Evaluation.tensor("minimum", this, other);
  }

  /** The negative. */
  default Tensor neg() {
    return Evaluation.tensor("neg", this);
  }

  /** The absolute value. */
  default Tensor abs() {
    return Evaluation.tensor("abs", this);
  }

  /** The square root; NaN below 0. */
  default Tensor sqrt() {
    return Evaluation.tensor("sqrt", this);
  }

  /** The square. */
  default Tensor square() {
    return Evaluation.tensor("square", this);
  }

  /** The exponential. */
  default Tensor exp() {
    return Evaluation.tensor("exp", this);
  }

  /** The natural logarithm; -infinity at 0, NaN below. */
  default Tensor log() {
    return Evaluation.tensor("log", this);
  }

  /** The hyperbolic tangent. */
  default Tensor tanh() {
    return Evaluation.tensor("tanh", this);
  }

  /**
   * The product of two vectors (a scalar), a matrix and a vector, or two matrices, as NumPy's
   * {@code dot}: it sums over the last axis of this and the last but one, or only, axis of {@code
   * other}.
   */
  default Tensor dot(Tensor other) {
    return Evaluation.tensor("dot", this, other);
  }

  /** The matrix product of the last two axes, broadcasting the axes before them. */
  default Tensor matmul(Tensor other) {
    return Evaluation.tensor("matmul", this, other);
  }

  /** The elements converted as a Java cast does; to {@link DType#BOOL}, whether they are not 0. */
  default Tensor cast(DType dtype) {
    return Evaluation.tensor("cast", this, dtype);
  }
}

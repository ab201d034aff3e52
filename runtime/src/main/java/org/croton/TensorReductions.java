package org.croton;

import org.croton.runtime.Evaluation;

/**
 * The reducing methods of {@link Tensor}.
 *
 * <p>Axes may count from the end and go from the result, or stay with size 1 where {@link Ops#keep}
 * says so. An axis out of range or named twice is a {@link CrotonException}; so are dim names
 * outside compiled code, and {@code max min argmax argmin} of no elements. The sum of no elements
 * is 0, their product 1, their mean NaN.
 */
public sealed interface TensorReductions permits Tensor {
  /** The sum over everything. */
  default Tensor sum() {
    return Evaluation.tensor("sum", this);
  }

  /** The sum over some axes. */
  default Tensor sum(int... axes) {
    return Evaluation.tensor("sum", this, axes);
  }

  /** The sum over the axes of the named dims. */
  default Tensor sum(String... dims) {
    throw DimNames.refused("sum", dims);
  }

  /** The sum over axes that stay with size 1. */
  default Tensor sum(Axes axes) {
    return Evaluation.tensor("sum", this, axes);
  }

  /** The mean over everything. */
  default Tensor mean() {
    return Evaluation.tensor("mean", this);
  }

  /** The mean over some axes. */
  default Tensor mean(int... axes) {
    return Evaluation.tensor("mean", this, axes);
  }

  /** The mean over the axes of the named dims. */
  default Tensor mean(String... dims) {
    throw DimNames.refused("mean", dims);
  }

  /** The mean over axes that stay with size 1. */
  default Tensor mean(Axes axes) {
    return Evaluation.tensor("mean", this, axes);
  }

  /** The greatest element, NaN if there is one, over everything. */
  default Tensor max() {
    return Evaluation.tensor("max", this);
  }

  /** The greatest element, NaN if there is one, over some axes. */
  default Tensor max(int... axes) {
    return Evaluation.tensor("max", this, axes);
  }

  /** The greatest element, NaN if there is one, over the axes of the named dims. */
  default Tensor max(String... dims) {
    throw DimNames.refused("max", dims);
  }

  /** The greatest element, NaN if there is one, over axes that stay with size 1. */
  default Tensor max(Axes axes) {
    return Evaluation.tensor("max", this, axes);
  }

  /** The smallest element, NaN if there is one, over everything. */
  default Tensor min() {
    return Evaluation.tensor("min", this);
  }

  /** The smallest element, NaN if there is one, over some axes. */
  default Tensor min(int... axes) {
    return Evaluation.tensor("min", this, axes);
  }

  /** The smallest element, NaN if there is one, over the axes of the named dims. */
  default Tensor min(String... dims) {
    throw DimNames.refused("min", dims);
  }

  /** The smallest element, NaN if there is one, over axes that stay with size 1. */
  default Tensor min(Axes axes) {
    return Evaluation.tensor("min", this, axes);
  }

  /** The product over everything. */
  default Tensor prod() {
    return Evaluation.tensor("prod", this);
  }

  /** The product over some axes. */
  default Tensor prod(int... axes) {
    return Evaluation.tensor("prod", this, axes);
  }

  /** The product over the axes of the named dims. */
  default Tensor prod(String... dims) {
    throw DimNames.refused("prod", dims);
  }

  /** The product over axes that stay with size 1. */
  default Tensor prod(Axes axes) {
    return Evaluation.tensor("prod", this, axes);
  }

  /** Whether any element is true, over everything. */
  default Tensor any() {
    return Evaluation.tensor("any", this);
  }

  /** Whether any element is true, over some axes. */
  default Tensor any(int... axes) {
    return Evaluation.tensor("any", this, axes);
  }

  /** Whether any element is true, over the axes of the named dims. */
  default Tensor any(String... dims) {
    throw DimNames.refused("any", dims);
  }

  /** Whether any element is true, over axes that stay with size 1. */
  default Tensor any(Axes axes) {
    return Evaluation.tensor("any", this, axes);
  }

  /** Whether every element is true, over everything. */
  default Tensor all() {
    return Evaluation.tensor("all", this);
  }

  /** Whether every element is true, over some axes. */
  default Tensor all(int... axes) {
    return Evaluation.tensor("all", this, axes);
  }

  /** Whether every element is true, over the axes of the named dims. */
  default Tensor all(String... dims) {
    throw DimNames.refused("all", dims);
  }

  /** Whether every element is true, over axes that stay with size 1. */
  default Tensor all(Axes axes) {
    return Evaluation.tensor("all", this, axes);
  }

  /** The logarithm of the sum of exponentials, without overflow, over everything. */
  default Tensor logsumexp() {
    return Evaluation.tensor("logsumexp", this);
  }

  /** The logarithm of the sum of exponentials, without overflow, over some axes. */
  default Tensor logsumexp(int... axes) {
    return Evaluation.tensor("logsumexp", this, axes);
  }

  /**
   * The logarithm of the sum of exponentials, without overflow, over the axes of the named dims.
   */
  default Tensor logsumexp(String... dims) {
    throw DimNames.refused("logsumexp", dims);
  }

  /**
   * The logarithm of the sum of exponentials, without overflow, over axes that stay with size 1.
   */
  default Tensor logsumexp(Axes axes) {
    return Evaluation.tensor("logsumexp", this, axes);
  }

  /**
   * The {@link DType#I64} position of the greatest element, the first where several are, along an
   * axis.
   */
  default Tensor argmax(int axis) {
    return Evaluation.tensor("argmax", this, axis);
  }

  /**
   * The {@link DType#I64} position of the greatest element, the first where several are, along the
   * axis of a named dim.
   */
  default Tensor argmax(String dim) {
    throw DimNames.refused("argmax", dim);
  }

  /**
   * The {@link DType#I64} position of the greatest element, the first where several are, along one
   * axis that stays with size 1.
   */
  default Tensor argmax(Axes axis) {
    return Evaluation.tensor("argmax", this, axis);
  }

  /**
   * The {@link DType#I64} position of the smallest element, the first where several are, along an
   * axis.
   */
  default Tensor argmin(int axis) {
    return Evaluation.tensor("argmin", this, axis);
  }

  /**
   * The {@link DType#I64} position of the smallest element, the first where several are, along the
   * axis of a named dim.
   */
  default Tensor argmin(String dim) {
    throw DimNames.refused("argmin", dim);
  }

  /**
   * The {@link DType#I64} position of the smallest element, the first where several are, along one
   * axis that stays with size 1.
   */
  default Tensor argmin(Axes axis) {
    return Evaluation.tensor("argmin", this, axis);
  }
}

package org.croton;

import java.util.function.LongToDoubleFunction;
import org.croton.runtime.Evaluation;

/**
 * Functions of whole tensors: reductions of everything, softmax and its kin, products, joins and
 * new tensors.
 *
 * <p>Axes may count from the end. Every function throws {@link ShapeException} if shapes do not
 * fit, {@link DTypeException} for a wrong element type and {@link CrotonException} for a wrong
 * axis.
 */
public abstract sealed class ArrayOps extends ElementwiseOps permits IndexOps {
  ArrayOps() {}

  /** The sum of everything. */
  public static Tensor sum(Tensor x) {
    return Evaluation.tensor("sum", x);
  }

  /** The mean of everything; NaN of nothing. */
  public static Tensor mean(Tensor x) {
    return Evaluation.tensor("mean", x);
  }

  /** The product of everything. */
  public static Tensor prod(Tensor x) {
    return Evaluation.tensor("prod", x);
  }

  /** The greatest element; NaN if there is one. */
  public static Tensor max(Tensor x) {
    return Evaluation.tensor("max", x);
  }

  /** The smallest element; NaN if there is one. */
  public static Tensor min(Tensor x) {
    return Evaluation.tensor("min", x);
  }

  /** The mean of the squared distances from the mean. */
  public static Tensor variance(Tensor x) {
    return Evaluation.tensor("variance", x);
  }

  /** Whether any element is true. */
  public static Tensor any(Tensor x) {
    return Evaluation.tensor("any", x);
  }

  /** Whether every element is true. */
  public static Tensor all(Tensor x) {
    return Evaluation.tensor("all", x);
  }

  /** The logarithm of the sum of all exponentials, without overflow. */
  public static Tensor logsumexp(Tensor x) {
    return Evaluation.tensor("logsumexp", x);
  }

  /** The logarithm of the sum of exponentials along one axis, without overflow. */
  public static Tensor logsumexp(Tensor x, int axis) {
    return Evaluation.tensor("logsumexp", x, axis);
  }

  /** The exponentials along one axis divided by their sum, without overflow. */
  public static Tensor softmax(Tensor x, int axis) {
    return Evaluation.tensor("softmax", x, axis);
  }

  /** As {@link #softmax(Tensor, int)} along the last axis. */
  public static Tensor softmax(Tensor x) {
    return Evaluation.tensor("softmax", x);
  }

  /** The logarithm of {@link #softmax(Tensor, int)}, without overflow. */
  public static Tensor logSoftmax(Tensor x, int axis) {
    return Evaluation.tensor("logSoftmax", x, axis);
  }

  /** As {@link #logSoftmax(Tensor, int)} along the last axis. */
  public static Tensor logSoftmax(Tensor x) {
    return Evaluation.tensor("logSoftmax", x);
  }

  /**
   * Per row of logits the negative logarithm of the softmax at its label: a vector of rows. Labels
   * are integers, one per row, or rows of probabilities.
   */
  public static Tensor crossEntropy(Tensor logits, Tensor labels) {
    return Evaluation.tensor("crossEntropy", logits, labels);
  }

  /** The sum of the elements up to and with each one, along an axis. */
  public static Tensor cumsum(Tensor x, int axis) {
    return Evaluation.tensor("cumsum", x, axis);
  }

  /** As {@link Tensor#dot}. */
  public static Tensor dot(Tensor x, Tensor y) {
    return Evaluation.tensor("dot", x, y);
  }

  /** As {@link Tensor#matmul}. */
  public static Tensor matmul(Tensor x, Tensor y) {
    return Evaluation.tensor("matmul", x, y);
  }

  /** Every element of {@code x} times every element of {@code y}: the axes of both. */
  public static Tensor outer(Tensor x, Tensor y) {
    return Evaluation.tensor("outer", x, y);
  }

  /**
   * A sum of products in Einstein's notation, such as {@code "ij,jk->ik"}: one letter per axis. A
   * letter that stands twice in a factor takes the diagonal, letters that the result lacks are
   * summed over; without {@code ->} the result has the letters that occur once, in alphabetical
   * order.
   *
   * @throws CrotonException if the text does not fit the tensors
   */
  public static Tensor einsum(String text, Tensor... factors) {
    return Evaluation.tensor("einsum", text, factors);
  }

  /** Tensors joined along an axis that they have. */
  public static Tensor concat(int axis, Tensor... tensors) {
    return Evaluation.tensor("concat", axis, tensors);
  }

  /** Tensors of one shape joined along a new first axis. */
  public static Tensor stack(Tensor... tensors) {
    return Evaluation.tensor("stack", (Object) tensors);
  }

  /** Tensors of one shape joined along a new axis at a place in the result. */
  public static Tensor stack(int axis, Tensor... tensors) {
    return Evaluation.tensor("stack", axis, tensors);
  }

  /** As {@link Tensor#reshape(int...)}. */
  public static Tensor reshape(Tensor x, int... shape) {
    return Evaluation.tensor("reshape", x, shape);
  }

  /** As {@link Tensor#transpose(int...)}. */
  public static Tensor transpose(Tensor x, int... axes) {
    return Evaluation.tensor("transpose", x, axes);
  }

  /** As {@link Tensor#expandDims}. */
  public static Tensor expandDims(Tensor x, int axis) {
    return Evaluation.tensor("expandDims", x, axis);
  }

  /** As {@link Tensor#squeeze}. */
  public static Tensor squeeze(Tensor x, int... axes) {
    return Evaluation.tensor("squeeze", x, axes);
  }

  /** As {@link Tensor#broadcastTo}. */
  public static Tensor broadcastTo(Tensor x, int... shape) {
    return Evaluation.tensor("broadcastTo", x, shape);
  }

  /** As {@link Tensor#cast}. */
  public static Tensor cast(Tensor x, DType dtype) {
    return Evaluation.tensor("cast", x, dtype);
  }

  /** As {@link Tensor#zeros}. */
  public static Tensor zeros(DType dtype, int... shape) {
    return Tensor.zeros(dtype, shape);
  }

  /** As {@link Tensor#ones}. */
  public static Tensor ones(DType dtype, int... shape) {
    return Tensor.ones(dtype, shape);
  }

  /** As {@link Tensor#full(DType, double, int...)}. */
  public static Tensor full(DType dtype, double value, int... shape) {
    return Tensor.full(dtype, value, shape);
  }

  /** As {@link Tensor#full(DType, long, int...)}. */
  public static Tensor full(DType dtype, long value, int... shape) {
    return Tensor.full(dtype, value, shape);
  }

  /** As {@link Tensor#fill}. */
  public static Tensor fill(DType dtype, LongToDoubleFunction value, int... shape) {
    return Tensor.fill(dtype, value, shape);
  }

  /** As {@link Tensor#eye}. */
  public static Tensor eye(DType dtype, int n) {
    return Tensor.eye(dtype, n);
  }

  /**
   * Integer labels as 1 at the position of the label and 0 elsewhere along a new last axis; all 0
   * for a label that is not below {@code classes}.
   */
  public static Tensor oneHot(DType dtype, Tensor labels, int classes) {
    return Evaluation.tensor("oneHot", dtype, labels, classes);
  }

  /** The diagonal of a matrix, as long as its shorter side. */
  public static Tensor diagonal(Tensor x) {
    return Evaluation.tensor("diagonal", x);
  }

  /** As {@link Tensor#arange(int)}. */
  public static Tensor arange(int to) {
    return Tensor.arange(to);
  }

  /** As {@link Tensor#arange(int, int)}. */
  public static Tensor arange(int from, int to) {
    return Tensor.arange(from, to);
  }

  /** As {@link Tensor#arange(int, int, int)}. */
  public static Tensor arange(int from, int to, int step) {
    return Tensor.arange(from, to, step);
  }

  /** As {@link Tensor#arange(DType, double, double, double)}. */
  public static Tensor arange(DType dtype, double from, double to, double step) {
    return Tensor.arange(dtype, from, to, step);
  }
}

package org.croton;

import org.croton.runtime.Evaluation;

/**
 * The comparing and logical methods of {@link Tensor}: elementwise with NumPy's broadcasting,
 * {@link DType#BOOL} results.
 *
 * <p>Every method throws {@link ShapeException} if the shapes do not broadcast; the logical ones
 * throw {@link DTypeException} unless their operands are {@link DType#BOOL}.
 */
public sealed interface TensorComparison permits Tensor {
  /** Whether each element is greater; false for NaN. */
  default Tensor gt(Tensor other) {
    return Evaluation.tensor("gt", this, other);
  }

  /** As {@link #gt(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor gt(double other) {
    return Evaluation.tensor("gt", this, other);
  }

  /** As {@link #gt(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor gt(long other) {
    return Evaluation.tensor("gt", this, other);
  }

  /** Whether each element is greater or equal; false for NaN. */
  default Tensor ge(Tensor other) {
    return Evaluation.tensor("ge", this, other);
  }

  /** As {@link #ge(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor ge(double other) {
    return Evaluation.tensor("ge", this, other);
  }

  /** As {@link #ge(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor ge(long other) {
    return Evaluation.tensor("ge", this, other);
  }

  /** Whether each element is smaller; false for NaN. */
  default Tensor lt(Tensor other) {
    return Evaluation.tensor("lt", this, other);
  }

  /** As {@link #lt(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor lt(double other) {
    return Evaluation.tensor("lt", this, other);
  }

  /** As {@link #lt(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor lt(long other) {
    return Evaluation.tensor("lt", this, other);
  }

  /** Whether each element is smaller or equal; false for NaN. */
  default Tensor le(Tensor other) {
    return Evaluation.tensor("le", this, other);
  }

  /** As {@link #le(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor le(double other) {
    return Evaluation.tensor("le", this, other);
  }

  /** As {@link #le(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor le(long other) {
    return Evaluation.tensor("le", this, other);
  }

  /** Whether the elements are equal; false for NaN. */
  default Tensor eq(Tensor other) {
    return Evaluation.tensor("eq", this, other);
  }

  /** As {@link #eq(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor eq(double other) {
    return Evaluation.tensor("eq", this, other);
  }

  /** As {@link #eq(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor eq(long other) {
    return Evaluation.tensor("eq", this, other);
  }

  /** Whether the elements differ; true for NaN. */
  default Tensor ne(Tensor other) {
    return Evaluation.tensor("ne", this, other);
  }

  /** As {@link #ne(Tensor)}, for a number that takes this tensor's kind. */
  default Tensor ne(double other) {
    return Evaluation.tensor("ne", this, other);
  }

  /** As {@link #ne(Tensor)}, for a whole number that takes this tensor's element type. */
  default Tensor ne(long other) {
    return Evaluation.tensor("ne", this, other);
  }

  /** Whether both are true. */
  default Tensor and(Tensor other) {
    return Evaluation.tensor("and", this, other);
  }

  /** Whether both are true. */
  default Tensor and(boolean other) {
    return Evaluation.tensor("and", this, other);
  }

  /** Whether at least one is true. */
  default Tensor or(Tensor other) {
    return Evaluation.tensor("or", this, other);
  }

  /** Whether at least one is true. */
  default Tensor or(boolean other) {
    return Evaluation.tensor("or", this, other);
  }

  /** Whether exactly one is true. */
  default Tensor xor(Tensor other) {
    return Evaluation.tensor("xor", this, other);
  }

  /** Whether it is false. */
  default Tensor not() {
    return Evaluation.tensor("not", this);
  }
}

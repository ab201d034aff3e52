package org.croton;

import org.croton.runtime.Evaluation;

/**
 * The methods of {@link Tensor} that select and replace parts.
 *
 * <p>Negative positions and range ends count from the end of the axis. A position outside its axis
 * is an {@link IndexOutOfBoundsException}. Ranges are cut to their axis, as in NumPy; in a compiled
 * method only where the build knows the axis's size: of an axis {@code n}, {@code 1:} has the size
 * {@code n - 1}, and a call whose {@code n} does not allow that throws the same exception. More
 * parts than axes, and values that do not broadcast to the part, are {@link ShapeException}s.
 */
public sealed interface TensorIndexing permits Tensor {
  /** The part at positions along the first axes, which go. */
  default Tensor get(int... positions) {
    return Evaluation.tensor("get", this, positions);
  }

  /** The part that one index per axis selects; left-out axes stay whole. */
  default Tensor get(Index... parts) {
    return Evaluation.tensor("get", this, parts);
  }

  /** The elements at integer positions per axis, whose shapes broadcast, as in NumPy. */
  default Tensor get(Tensor... positions) {
    return Evaluation.tensor("get", this, positions);
  }

  /**
   * The part that an index of literals selects, such as {@code ":, 1:-1"}; see {@link Index#parse}.
   */
  default Tensor get(String index) {
    return get(Index.parse(index));
  }

  /** The elements of one axis from {@code from} to {@code to}, exclusively. */
  default Tensor slice(int axis, int from, int to) {
    return Evaluation.tensor("slice", this, axis, from, to);
  }

  /** Every {@code step}-th element of one axis from {@code from} to {@code to}, exclusively. */
  default Tensor slice(int axis, int from, int to, int step) {
    return Evaluation.tensor("slice", this, axis, from, to, step);
  }

  /**
   * The parts at integer positions along the first axis: shape of {@code positions}, then the rest.
   */
  default Tensor gather(Tensor positions) {
    return Evaluation.tensor("gather", this, positions);
  }

  /** A copy with one part replaced by {@code value} at positions. */
  default Tensor set(Tensor value, int... positions) {
    return Evaluation.tensor("set", this, value, positions);
  }

  /** A copy with one part replaced by {@code value} at an index. */
  default Tensor set(Tensor value, Index... parts) {
    return Evaluation.tensor("set", this, value, parts);
  }

  /**
   * A copy with one part replaced by {@code value} at integer positions, the last of repeated ones
   * winning.
   */
  default Tensor set(Tensor value, Tensor... positions) {
    return Evaluation.tensor("set", this, value, positions);
  }

  /** A copy with one part replaced by {@code value} at positions. */
  default Tensor set(double value, int... positions) {
    return Evaluation.tensor("set", this, value, positions);
  }

  /** A copy with one part replaced by {@code value} at positions. */
  default Tensor set(long value, int... positions) {
    return Evaluation.tensor("set", this, value, positions);
  }

  /** A copy with one part replaced by {@code value} at an index. */
  default Tensor set(double value, Index... parts) {
    return Evaluation.tensor("set", this, value, parts);
  }

  /** A copy with one part replaced by {@code value} at an index. */
  default Tensor set(long value, Index... parts) {
    return Evaluation.tensor("set", this, value, parts);
  }

  /**
   * A copy with one part replaced by {@code value} at integer positions, the last of repeated ones
   * winning.
   */
  default Tensor set(double value, Tensor... positions) {
    return Evaluation.tensor("set", this, value, positions);
  }

  /**
   * A copy with one part replaced by {@code value} at integer positions, the last of repeated ones
   * winning.
   */
  default Tensor set(long value, Tensor... positions) {
    return Evaluation.tensor("set", this, value, positions);
  }

  /** A copy with {@code value} added to one part at positions. */
  default Tensor inc(Tensor value, int... positions) {
    return Evaluation.tensor("inc", this, value, positions);
  }

  /** A copy with {@code value} added to one part at an index. */
  default Tensor inc(Tensor value, Index... parts) {
    return Evaluation.tensor("inc", this, value, parts);
  }

  /**
   * A copy with {@code value} added to one part at integer positions, repeated ones added
   * repeatedly.
   */
  default Tensor inc(Tensor value, Tensor... positions) {
    return Evaluation.tensor("inc", this, value, positions);
  }

  /** A copy with {@code value} added to one part at positions. */
  default Tensor inc(double value, int... positions) {
    return Evaluation.tensor("inc", this, value, positions);
  }

  /** A copy with {@code value} added to one part at positions. */
  default Tensor inc(long value, int... positions) {
    return Evaluation.tensor("inc", this, value, positions);
  }

  /** A copy with {@code value} added to one part at an index. */
  default Tensor inc(double value, Index... parts) {
    return Evaluation.tensor("inc", this, value, parts);
  }

  /** A copy with {@code value} added to one part at an index. */
  default Tensor inc(long value, Index... parts) {
    return Evaluation.tensor("inc", this, value, parts);
  }

  /**
   * A copy with {@code value} added to one part at integer positions, repeated ones added
   * repeatedly.
   */
  default Tensor inc(double value, Tensor... positions) {
    return Evaluation.tensor("inc", this, value, positions);
  }

  /**
   * A copy with {@code value} added to one part at integer positions, repeated ones added
   * repeatedly.
   */
  default Tensor inc(long value, Tensor... positions) {
    return Evaluation.tensor("inc", this, value, positions);
  }
}

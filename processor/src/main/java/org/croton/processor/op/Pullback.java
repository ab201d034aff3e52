package org.croton.processor.op;

import java.util.List;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where an op's reverse rule sends its contributions. The accumulator behind it picks addition,
 * in-place accumulation or a fused product; zero cotangents are structural and never materialised.
 */
public interface Pullback {
  /** Cotangent of the only result. Has the result's type. */
  default Node cotangent() {
    Node cotangent = cotangent(0);
    if (cotangent == null) {
      throw new IllegalStateException("called without a cotangent");
    }
    return cotangent;
  }

  /** Cotangent of one of several results; null is zero. */
  @Nullable Node cotangent(int result);

  /** True if the argument is floating and something asks for its adjoint. */
  boolean wants(int argument);

  /**
   * Adds {@code value} to the argument's adjoint. A value of a broadcast shape is summed down to
   * the argument's shape; a value of another floating dtype is cast. Ignored if not wanted.
   */
  void accumulate(int argument, Node value);

  /** Adds the cotangent of the only result times an elementwise {@code derivative}. */
  void accumulateProduct(int argument, Node derivative);

  /**
   * Changes the argument's adjoint in part: {@code change} takes the adjoint so far (zeros if there
   * was none) and gives the new one, as an indexed accumulation does. In a loop this costs what the
   * change costs, not what the array's size is. Ignored if not wanted.
   */
  void update(int argument, UnaryOperator<Node> change);

  /**
   * As {@link #update} for several wanted arguments at once, where one application changes all
   * their adjoints, as a reverse loop does: {@code change} takes the adjoints so far and gives the
   * new ones, in the order of {@code arguments}.
   */
  void updateAll(List<Integer> arguments, UnaryOperator<List<Node>> change);

  /** What is known of integer scalars of the region in which the application stands. */
  Extents extents();

  /**
   * Differentiates inside a region: adjoints of {@code wrt}, given the cotangents (null is zero) of
   * {@code outputs}. Null where an output does not depend on it.
   *
   * @param inside what is known of integer scalars there
   */
  List<@Nullable Node> adjoints(
      List<Node> outputs,
      List<? extends @Nullable Node> cotangents,
      List<? extends Node> wrt,
      Extents inside);
}

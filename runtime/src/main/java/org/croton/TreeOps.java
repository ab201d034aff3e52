package org.croton;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.croton.runtime.Evaluation;
import org.croton.runtime.Trees;

/**
 * Functions over tensors grouped in records and arrays, nested as deep as one likes.
 *
 * <p>Groups that go in together have the same structure; a {@link CrotonException} names the place
 * where they do not. Components that are no tensors pass unchanged from the first group.
 */
public abstract sealed class TreeOps extends MapOps permits GradientOps {
  TreeOps() {}

  /** A function of three tensors. */
  @FunctionalInterface
  public interface TernaryOperator {
    /** Its value. */
    Tensor apply(Tensor a, Tensor b, Tensor c);
  }

  /** The group with each tensor replaced by a function of it. */
  public static <R extends Record> R each(R a, UnaryOperator<Tensor> function) {
    return Trees.map(function, a);
  }

  /** The group with each tensor replaced by a function of it and of its counterpart. */
  public static <R extends Record> R each(R a, R b, BinaryOperator<Tensor> function) {
    return Trees.map(function, a, b);
  }

  /** The group with each tensor replaced by a function of it and of its two counterparts. */
  public static <R extends Record> R each(R a, R b, R c, TernaryOperator function) {
    return Trees.map(function, a, b, c);
  }

  /** The tensors, each replaced by a function of it. */
  public static Tensor[] each(Tensor[] a, UnaryOperator<Tensor> function) {
    return Trees.map(function, a);
  }

  /** The tensors, each replaced by a function of it and of its counterpart. */
  public static Tensor[] each(Tensor[] a, Tensor[] b, BinaryOperator<Tensor> function) {
    return Trees.map(function, a, b);
  }

  /** The tensors, each replaced by a function of it and of its two counterparts. */
  public static Tensor[] each(Tensor[] a, Tensor[] b, Tensor[] c, TernaryOperator function) {
    return Trees.map(function, a, b, c);
  }

  /** Zeros in the shape and element type of a tensor. */
  public static Tensor zerosLike(Tensor x) {
    return Tensor.zeros(x.dtype(), x.shape());
  }

  /** The group with zeros in place of each tensor. */
  public static <R extends Record> R zerosLike(R group) {
    return Trees.map((Tensor x) -> zerosLike(x), group);
  }

  /** Ones in the shape and element type of a tensor. */
  public static Tensor onesLike(Tensor x) {
    return Tensor.ones(x.dtype(), x.shape());
  }

  /** The group with ones in place of each tensor. */
  public static <R extends Record> R onesLike(R group) {
    return Trees.map((Tensor x) -> onesLike(x), group);
  }

  /** The square root of the sum of all squares: a scalar. */
  public static Tensor norm(Tensor x) {
    return Evaluation.tensor("norm", x);
  }

  /** The square root of the sum of all squares of all tensors of a group: a scalar. */
  public static Tensor norm(Record group) {
    return Evaluation.tensor("norm", group);
  }
}

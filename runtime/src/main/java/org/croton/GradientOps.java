package org.croton;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.croton.runtime.Evaluation;

/**
 * Derivatives inside a compiled method or a plain run of one; they nest.
 *
 * <p>What is differentiated with respect to is a floating-point tensor that influences the result:
 * anything else is a compile error, and a {@link CrotonException} in a plain run. Gradients have
 * the shape and element type of what they belong to. A cost is a floating-point scalar.
 */
public abstract sealed class GradientOps extends TreeOps permits Ops {
  GradientOps() {}

  /** The gradient of a cost with respect to one tensor. */
  public static Tensor grad(Tensor cost, Tensor x) {
    return Evaluation.tensor("grad", cost, x);
  }

  /** The gradients of a cost with respect to several tensors, in their order. */
  public static Tensor[] grad(Tensor cost, Tensor first, Tensor second, Tensor... others) {
    Tensor[] all = new Tensor[others.length + 2];
    all[0] = first;
    all[1] = second;
    System.arraycopy(others, 0, all, 2, others.length);
    return grad(cost, all);
  }

  /** The gradients of a cost with respect to several tensors, in their order. */
  public static Tensor[] grad(Tensor cost, Tensor[] x) {
    return (Tensor[]) Evaluation.call("grad", cost, x);
  }

  /**
   * The gradients of a cost with respect to the tensors of a record, in a record of the same type;
   * components that are no floating-point tensors pass unchanged.
   */
  public static <R extends Record> R grad(Tensor cost, R x) {
    @SuppressWarnings("unchecked") // the evaluator keeps the record's class
    R gradients = (R) Evaluation.call("grad", cost, x);
    return gradients;
  }

  /** The derivative of a function of one number; numeric in a plain run. */
  public static double grad(DoubleUnaryOperator function, double x) {
    return (double) Evaluation.call("grad", function, x);
  }

  /** The gradient of a function of several numbers; numeric in a plain run. */
  public static double[] grad(ToDoubleFunction<double[]> function, double[] x) {
    return (double[]) Evaluation.call("grad", function, x);
  }

  /**
   * The Jacobian of {@code y} with respect to {@code x} times a tangent of the shape of {@code x}.
   */
  public static Tensor jvp(Tensor y, Tensor x, Tensor tangent) {
    return Evaluation.tensor("jvp", y, x, tangent);
  }

  /**
   * A cotangent of the shape of {@code y} times the Jacobian of {@code y} with respect to {@code
   * x}.
   */
  public static Tensor vjp(Tensor y, Tensor x, Tensor cotangent) {
    return Evaluation.tensor("vjp", y, x, cotangent);
  }

  /** The Hessian of a cost with respect to {@code x} times a vector of the shape of {@code x}. */
  public static Tensor hvp(Tensor cost, Tensor x, Tensor vector) {
    return Evaluation.tensor("hvp", cost, x, vector);
  }

  /**
   * The Jacobian of {@code y} with respect to {@code x}, in the shape of {@code y} followed by the
   * shape of {@code x}.
   */
  public static Tensor jacobian(Tensor y, Tensor x) {
    return Evaluation.tensor("jacobian", y, x);
  }

  /**
   * The derivatives of each row of {@code y} with respect to the same row of {@code x}, in the
   * shape of {@code y} followed by the shape of a row of {@code x}: the blocks of a sparse
   * Jacobian. Rows are taken along axis 0, of which both have equally many, and a row of {@code y}
   * must depend on no other row of {@code x}: what other rows have to do with it would be added up.
   */
  public static Tensor jacobianRows(Tensor y, Tensor x) {
    return Evaluation.tensor("jacobianRows", y, x);
  }

  /** The second derivatives of a cost, in the shape of {@code x} followed by the same again. */
  public static Tensor hessian(Tensor cost, Tensor x) {
    return Evaluation.tensor("hessian", cost, x);
  }

  /** The same values; the gradient that flows through them is held between two bounds. */
  public static Tensor clipGradient(Tensor x, double low, double high) {
    return Evaluation.tensor("clipGradient", x, low, high);
  }

  /** The same values, through which no derivative flows. */
  public static Tensor stopGradient(Tensor x) {
    return Evaluation.tensor("stopGradient", x);
  }
}

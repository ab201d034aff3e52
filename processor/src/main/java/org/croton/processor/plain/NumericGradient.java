package org.croton.processor.plain;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Derivatives of functions of Java numbers by differences of fourth order: good to about eleven
 * digits where the function is smooth, and to about eight for a second derivative. The step follows
 * the size of the argument; where the function has no value that far, a smaller one is tried.
 */
final class NumericGradient {
  private static final double STEP = 7e-4;
  private static final double SMALLEST_SCALE = 0.1;

  private NumericGradient() {}

  static boolean isFunction(Object arg) {
    return arg instanceof DoubleUnaryOperator || arg instanceof ToDoubleFunction;
  }

  /** Of a function of one number, or of an array of them. */
  static Object of(Object function, Object x) {
    if (function instanceof DoubleUnaryOperator unary) {
      return derivative(unary, (double) x);
    }
    @SuppressWarnings("unchecked") // grad takes no other function
    ToDoubleFunction<double[]> several = (ToDoubleFunction<double[]>) function;
    double[] at = (double[]) x;
    double[] gradient = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      int element = i;
      gradient[i] =
          derivative(
              value -> {
                double[] moved = at.clone();
                moved[element] = value;
                return several.applyAsDouble(moved);
              },
              at[i]);
    }
    return gradient;
  }

  static double derivative(DoubleUnaryOperator function, double x) {
    double slope = difference(function, x, STEP * Math.max(Math.abs(x), SMALLEST_SCALE));
    return Double.isFinite(slope) || x == 0 ? slope : difference(function, x, STEP * Math.abs(x));
  }

  private static double difference(DoubleUnaryOperator function, double x, double step) {
    // Distances as they are after rounding, so that they cancel exactly.
    double near = x + step - x;
    double far = x + 2 * step - x;
    double inner = function.applyAsDouble(x + near) - function.applyAsDouble(x - near);
    double outer = function.applyAsDouble(x + far) - function.applyAsDouble(x - far);
    return (8 * inner - outer) / (12 * near);
  }
}

package org.croton.processor.ops.elementwise;

import java.util.function.DoubleBinaryOperator;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Guard;

/** Tests on constants, for rules that compute with them. */
final class ConstantGuards {
  /** Products and quotients of constants may lie this far from 1, as powers of two. */
  private static final int SAFE_EXPONENT = 60;

  private ConstantGuards() {}

  /** What is made of the constants {@code c} and {@code d} neither overflows nor underflows. */
  static Guard combine(String text, DoubleBinaryOperator combine) {
    return new Guard(
        text + " is in the normal range",
        match -> {
          Node c = match.node("c");
          Node d = match.node("d");
          return !c.tensor().dtype().isFloating()
              || (c.tensor().isScalar()
                  && d.tensor().isScalar()
                  && moderate(value(c))
                  && moderate(value(d))
                  && moderate(combine.applyAsDouble(value(c), value(d))));
        });
  }

  private static double value(Node constant) {
    Literal literal = ((Constant) constant).value();
    return literal.real(0);
  }

  private static boolean moderate(double x) {
    return Double.isFinite(x) && x != 0 && Math.abs(Math.getExponent(x)) <= SAFE_EXPONENT;
  }

  /** Whether division by {@code c} is exactly multiplication by its reciprocal. */
  static boolean isPowerOfTwo(double c) {
    return moderate(c) && Math.abs(c) == Math.scalb(1.0, Math.getExponent(c));
  }
}

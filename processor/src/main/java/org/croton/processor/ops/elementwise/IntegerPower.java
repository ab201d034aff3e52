package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Square.square;

import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Match;

/**
 * Powers with a small integer exponent as products, by repeated squaring: {@code x^10} is {@code
 * square(square(square(x)) * x)}, four multiplications.
 */
final class IntegerPower {
  /** Rounding errors grow with the exponent: past this one, {@code pow} is more accurate. */
  private static final int LARGEST = 16;

  /** The exponent {@code n} is an integer whose power is exact to a few units in the last place. */
  static final Guard SMALL_EXPONENT =
      Guard.on("n", "is an integer of magnitude 2 to " + LARGEST, IntegerPower::isSmallInteger);

  private IntegerPower() {}

  private static boolean isSmallInteger(Node node) {
    double n = ((Constant) node).value().count() == 1 ? exponent(node) : Double.NaN;
    return n == Math.rint(n) && Math.abs(n) >= 2 && Math.abs(n) <= LARGEST;
  }

  private static double exponent(Node node) {
    return ((Constant) node).value().real(0);
  }

  static Node build(Match match) {
    Node x = match.node("x");
    int n = (int) exponent(match.node("n"));
    Node power = power(x, Math.abs(n));
    return n > 0 ? power : div(x.builder().constant(x.tensor().dtype(), 1.0), power);
  }

  /** Left to right over the binary digits: square, and multiply where the digit is 1. */
  private static Node power(Node x, int n) {
    Node power = x;
    for (int bit = Integer.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
      power = square(power);
      power = (n & bit) != 0 ? mul(power, x) : power;
    }
    return power;
  }
}

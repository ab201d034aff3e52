package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Square.square;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The error function: {@code 2 / sqrt(pi)} times the integral of {@code e^(-t^2)} from 0. */
public final class Erf extends Unary {
  public static final Erf OP = new Erf();

  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private Erf() {
    super("erf", Accepts.FLOATING, Primitive.ERF);
  }

  public static Node erf(Node x) {
    return OP.of(x);
  }

  public static Pattern erf(Pattern x) {
    return OP.of(x);
  }

  /** Near 0 the Taylor series, which then hardly cancels; elsewhere 1 minus what is missing. */
  @Override
  protected double evaluate(double x) {
    double size = Math.abs(x);
    if (size < 1) {
      return TWO_OVER_ROOT_PI * series(x);
    }
    return size > 6 ? Math.signum(x) : Math.signum(x) * (1 - complement(size));
  }

  /** {@code x - x^3 / (1! 3) + x^5 / (2! 5) - ...}. */
  private static double series(double x) {
    double power = x;
    double sum = x;
    for (int n = 1; n < 30; n++) {
      power *= -x * x / n;
      sum += power / (2 * n + 1);
    }
    return sum;
  }

  /** {@code e^(-x^2) / sqrt(pi) / (x + (1/2) / (x + (2/2) / (x + (3/2) / ...)))}. */
  private static double complement(double x) {
    double fraction = x;
    for (int k = 400; k > 0; k--) {
      fraction = x + k / 2.0 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return mul(like(y, TWO_OVER_ROOT_PI), exp(neg(square(x))));
  }
}

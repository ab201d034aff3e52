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

  /** The series {@code e^(-x^2) * sum of 2^n x^(2n+1) / (1*3*...*(2n+1))}: no term is negative. */
  @Override
  protected double evaluate(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.ulp(sum) / 4; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return mul(like(y, TWO_OVER_ROOT_PI), exp(neg(square(x))));
  }
}

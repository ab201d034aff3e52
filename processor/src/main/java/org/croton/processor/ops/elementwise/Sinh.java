package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Cosh.cosh;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The hyperbolic sine. */
public final class Sinh extends Unary {
  public static final Sinh OP = new Sinh();

  private Sinh() {
    super("sinh", Accepts.FLOATING, Primitive.SINH);
  }

  public static Node sinh(Node x) {
    return OP.of(x);
  }

  public static Pattern sinh(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.sinh(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return cosh(x);
  }
}

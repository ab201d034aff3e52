package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Cos.cos;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The sine of an angle in radians. */
public final class Sin extends Unary {
  public static final Sin OP = new Sin();

  private Sin() {
    super("sin", Accepts.FLOATING, Primitive.SIN);
  }

  public static Node sin(Node x) {
    return OP.of(x);
  }

  public static Pattern sin(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.sin(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return cos(x);
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sin.sin;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The cosine of an angle in radians. */
public final class Cos extends Unary {
  public static final Cos OP = new Cos();

  private Cos() {
    super("cos", Accepts.FLOATING, Primitive.COS);
  }

  public static Node cos(Node x) {
    return OP.of(x);
  }

  public static Pattern cos(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.cos(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return neg(sin(x));
  }
}

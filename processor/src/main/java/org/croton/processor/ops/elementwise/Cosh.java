package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Sinh.sinh;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The hyperbolic cosine. */
public final class Cosh extends Unary {
  public static final Cosh OP = new Cosh();

  private Cosh() {
    super("cosh", Accepts.FLOATING, Primitive.COSH);
  }

  public static Node cosh(Node x) {
    return OP.of(x);
  }

  public static Pattern cosh(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.cosh(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return sinh(x);
  }
}

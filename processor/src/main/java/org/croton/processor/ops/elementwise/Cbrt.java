package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Square.square;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The cube root, of negative numbers too. Its derivative at 0 is infinite. */
public final class Cbrt extends Unary {
  public static final Cbrt OP = new Cbrt();

  private Cbrt() {
    super("cbrt", Accepts.FLOATING, Primitive.CBRT);
  }

  public static Node cbrt(Node x) {
    return OP.of(x);
  }

  public static Pattern cbrt(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.cbrt(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1.0 / 3), square(y));
  }
}

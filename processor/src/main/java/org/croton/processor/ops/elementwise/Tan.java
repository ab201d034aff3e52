package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Square.square;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The tangent of an angle in radians. */
public final class Tan extends Unary {
  public static final Tan OP = new Tan();

  private Tan() {
    super("tan", Accepts.FLOATING, Primitive.TAN);
  }

  public static Node tan(Node x) {
    return OP.of(x);
  }

  public static Pattern tan(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.tan(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return add(like(y, 1), square(y));
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The hyperbolic tangent. */
public final class Tanh extends Unary {
  public static final Tanh OP = new Tanh();

  private Tanh() {
    super("tanh", Accepts.FLOATING, Primitive.TANH);
  }

  public static Node tanh(Node x) {
    return OP.of(x);
  }

  public static Pattern tanh(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.tanh(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return sub(like(y, 1), square(y));
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Sigmoid.sigmoid;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** {@code log(1 + e^x)}, without overflow: {@code max(x, 0) + log1p(e^-|x|)}. */
public final class Softplus extends Unary {
  public static final Softplus OP = new Softplus();

  private Softplus() {
    super("softplus", Accepts.FLOATING, Primitive.SOFTPLUS);
  }

  public static Node softplus(Node x) {
    return OP.of(x);
  }

  public static Pattern softplus(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return sigmoid(x);
  }
}

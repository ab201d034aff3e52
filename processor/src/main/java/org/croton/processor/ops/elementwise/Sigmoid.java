package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** {@code 1 / (1 + e^-x)}, without overflow. */
public final class Sigmoid extends Unary {
  public static final Sigmoid OP = new Sigmoid();

  private Sigmoid() {
    super("sigmoid", Accepts.FLOATING, Primitive.SIGMOID);
  }

  public static Node sigmoid(Node x) {
    return OP.of(x);
  }

  public static Pattern sigmoid(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    double e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return mul(y, sub(like(y, 1), y));
  }
}

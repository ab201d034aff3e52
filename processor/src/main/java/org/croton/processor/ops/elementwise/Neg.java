package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** {@code -x}; integers wrap. */
public final class Neg extends Unary {
  public static final Neg OP = new Neg();

  private Neg() {
    super("neg", Accepts.NUMBERS, Primitive.NEG);
  }

  public static Node neg(Node x) {
    return OP.of(x);
  }

  public static Pattern neg(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return -x;
  }

  @Override
  protected long evaluate(long x) {
    return -x;
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return like(y, -1);
  }
}

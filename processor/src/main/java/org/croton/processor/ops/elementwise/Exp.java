package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** {@code e^x}. */
public final class Exp extends Unary {
  public static final Exp OP = new Exp();

  private Exp() {
    super("exp", Accepts.FLOATING, Primitive.EXP);
  }

  public static Node exp(Node x) {
    return OP.of(x);
  }

  public static Pattern exp(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.exp(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return y;
  }
}

package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/** The nearest whole number, the even one of two. The derivative is 0 everywhere. */
public final class Rint extends Unary {
  public static final Rint OP = new Rint();

  private Rint() {
    super("rint", Accepts.FLOATING, Primitive.RINT);
  }

  public static Node rint(Node x) {
    return OP.of(x);
  }

  public static Pattern rint(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.rint(x);
  }

  @Override
  protected @Nullable Node derivative(Node x, Node y) {
    return null;
  }
}

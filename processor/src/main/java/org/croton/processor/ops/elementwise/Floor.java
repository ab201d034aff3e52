package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/** The largest whole number not above {@code x}. The derivative is 0 everywhere. */
public final class Floor extends Unary {
  public static final Floor OP = new Floor();

  private Floor() {
    super("floor", Accepts.FLOATING, Primitive.FLOOR);
  }

  public static Node floor(Node x) {
    return OP.of(x);
  }

  public static Pattern floor(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.floor(x);
  }

  @Override
  protected @Nullable Node derivative(Node x, Node y) {
    return null;
  }
}

package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/** The smallest whole number not below {@code x}. The derivative is 0 everywhere. */
public final class Ceil extends Unary {
  public static final Ceil OP = new Ceil();

  private Ceil() {
    super("ceil", Accepts.FLOATING, Primitive.CEIL);
  }

  public static Node ceil(Node x) {
    return OP.of(x);
  }

  public static Pattern ceil(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.ceil(x);
  }

  @Override
  protected @Nullable Node derivative(Node x, Node y) {
    return null;
  }
}

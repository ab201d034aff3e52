package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * -1, 0 or 1 by the sign of {@code x}; zeros and NaN stay what they are. The derivative is 0
 * everywhere.
 */
public final class Sign extends Unary {
  public static final Sign OP = new Sign();

  private Sign() {
    super("sign", Accepts.NUMBERS, Primitive.SIGN);
  }

  public static Node sign(Node x) {
    return OP.of(x);
  }

  public static Pattern sign(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.signum(x);
  }

  @Override
  protected long evaluate(long x) {
    return Long.signum(x);
  }

  @Override
  protected @Nullable Node derivative(Node x, Node y) {
    return null;
  }
}

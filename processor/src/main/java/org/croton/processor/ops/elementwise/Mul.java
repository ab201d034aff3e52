package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Pattern;

/** {@code x * y}; integers wrap. */
public final class Mul extends Binary {
  public static final Mul OP = new Mul();

  private Mul() {
    super("mul", Accepts.NUMBERS, Primitive.MUL);
  }

  public static Node mul(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern mul(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return x * y;
  }

  @Override
  protected long evaluate(long x, long y) {
    return x * y;
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return y;
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return x;
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Mul.mul;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** {@code x * x}. */
public final class Square extends Unary {
  public static final Square OP = new Square();

  private Square() {
    super("square", Accepts.NUMBERS);
  }

  public static Node square(Node x) {
    return OP.of(x);
  }

  public static Pattern square(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return x * x;
  }

  @Override
  protected long evaluate(long x) {
    return x * x;
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return mul(like(y, 2), x);
  }

  @Override
  protected Scalar lower(Scalar x) {
    return Scalar.mul(x, x);
  }
}

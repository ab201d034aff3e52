package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Exp.exp;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/**
 * {@code e^x - 1}, exact for small {@code x}. The derivative is {@code exp(x)}, because {@code y +
 * 1} cancels far below 0.
 */
public final class Expm1 extends Unary {
  public static final Expm1 OP = new Expm1();

  private Expm1() {
    super("expm1", Accepts.FLOATING, Primitive.EXPM1);
  }

  public static Node expm1(Node x) {
    return OP.of(x);
  }

  public static Pattern expm1(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.expm1(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return exp(x);
  }
}

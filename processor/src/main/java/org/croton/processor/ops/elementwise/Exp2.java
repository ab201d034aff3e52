package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Mul.mul;

import org.croton.Ops;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** 2 to the power of the argument, exact at whole numbers. */
public final class Exp2 extends Unary {
  public static final Exp2 OP = new Exp2();

  private Exp2() {
    super("exp2", Accepts.FLOATING, Primitive.EXP2);
  }

  public static Node exp2(Node x) {
    return OP.of(x);
  }

  public static Pattern exp2(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Ops.exp2(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return mul(like(y, Math.log(2)), y);
  }
}

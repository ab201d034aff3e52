package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sqrt.sqrt;
import static org.croton.processor.ops.elementwise.Sub.sub;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The inverse sine; NaN outside -1 to 1. The derivative at the ends is infinite. */
public final class Asin extends Unary {
  public static final Asin OP = new Asin();

  private Asin() {
    super("asin", Accepts.FLOATING, Primitive.ASIN);
  }

  public static Node asin(Node x) {
    return OP.of(x);
  }

  public static Pattern asin(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.asin(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1), sqrt(mul(sub(like(y, 1), x), add(like(y, 1), x))));
  }
}

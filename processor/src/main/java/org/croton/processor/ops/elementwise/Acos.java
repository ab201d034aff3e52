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

/** The inverse cosine; NaN outside -1 to 1. The derivative at the ends is infinite. */
public final class Acos extends Unary {
  public static final Acos OP = new Acos();

  private Acos() {
    super("acos", Accepts.FLOATING, Primitive.ACOS);
  }

  public static Node acos(Node x) {
    return OP.of(x);
  }

  public static Pattern acos(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.acos(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, -1), sqrt(mul(sub(like(y, 1), x), add(like(y, 1), x))));
  }
}

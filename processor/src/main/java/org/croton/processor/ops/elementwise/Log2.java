package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;

import org.croton.Ops;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The logarithm to base 2, exact at powers of two. */
public final class Log2 extends Unary {
  public static final Log2 OP = new Log2();

  private Log2() {
    super("log2", Accepts.FLOATING, Primitive.LOG2);
  }

  public static Node log2(Node x) {
    return OP.of(x);
  }

  public static Pattern log2(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Ops.log2(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1 / Math.log(2)), x);
  }
}

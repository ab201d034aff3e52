package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The logarithm to base 10. */
public final class Log10 extends Unary {
  public static final Log10 OP = new Log10();

  private Log10() {
    super("log10", Accepts.FLOATING, Primitive.LOG10);
  }

  public static Node log10(Node x) {
    return OP.of(x);
  }

  public static Pattern log10(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.log10(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1 / Math.log(10)), x);
  }
}

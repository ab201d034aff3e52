package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The natural logarithm; -infinity at 0, NaN below. */
public final class Log extends Unary {
  public static final Log OP = new Log();

  private Log() {
    super("log", Accepts.FLOATING, Primitive.LOG);
  }

  public static Node log(Node x) {
    return OP.of(x);
  }

  public static Pattern log(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.log(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1), x);
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** {@code log(1 + x)}, exact for small {@code x}. */
public final class Log1p extends Unary {
  public static final Log1p OP = new Log1p();

  private Log1p() {
    super("log1p", Accepts.FLOATING, Primitive.LOG1P);
  }

  public static Node log1p(Node x) {
    return OP.of(x);
  }

  public static Pattern log1p(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.log1p(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1), add(like(y, 1), x));
  }
}

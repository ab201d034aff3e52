package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Square.square;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;

/** The inverse tangent, between -pi/2 and pi/2. */
public final class Atan extends Unary {
  public static final Atan OP = new Atan();

  private Atan() {
    super("atan", Accepts.FLOATING, Primitive.ATAN);
  }

  public static Node atan(Node x) {
    return OP.of(x);
  }

  public static Pattern atan(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.atan(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1), add(like(y, 1), square(x)));
  }
}

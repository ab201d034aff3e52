package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Square.square;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Pattern;

/**
 * The angle of the point with abscissa {@code y} and ordinate {@code x}, between -pi and pi. The
 * derivative at the origin is NaN.
 */
public final class Atan2 extends Binary {
  public static final Atan2 OP = new Atan2();

  private Atan2() {
    super("atan2", Accepts.FLOATING, Primitive.ATAN2);
  }

  public static Node atan2(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern atan2(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return Math.atan2(x, y);
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return div(y, add(square(x), square(y)));
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return neg(div(x, add(square(x), square(y))));
  }
}

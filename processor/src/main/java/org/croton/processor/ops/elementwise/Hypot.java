package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Pattern;

/** {@code sqrt(x^2 + y^2)}, without overflow. The derivative at the origin is NaN. */
public final class Hypot extends Binary {
  public static final Hypot OP = new Hypot();

  private Hypot() {
    super("hypot", Accepts.FLOATING, Primitive.HYPOT);
  }

  public static Node hypot(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern hypot(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return Math.hypot(x, y);
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return div(x, r);
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return div(y, r);
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

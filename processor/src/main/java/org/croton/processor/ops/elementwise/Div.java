package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Neg.neg;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Pattern;

/** {@code x / y}. */
public final class Div extends Binary {
  public static final Div OP = new Div();

  private Div() {
    super("div", Accepts.FLOATING, Primitive.DIV);
  }

  public static Node div(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern div(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return x / y;
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return div(like(r, 1), y);
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return neg(div(r, y));
  }
}

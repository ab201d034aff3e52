package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Comparison;
import org.croton.processor.rule.Pattern;

/** {@code x == y}. */
public final class Eq extends Comparison {
  public static final Eq OP = new Eq();

  private Eq() {
    super("eq", Primitive.EQ);
  }

  public static Node eq(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern eq(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected boolean compare(double x, double y) {
    return x == y;
  }

  @Override
  protected boolean compare(long x, long y) {
    return x == y;
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Comparison;
import org.croton.processor.rule.Pattern;

/** {@code x > y}. */
public final class Gt extends Comparison {
  public static final Gt OP = new Gt();

  private Gt() {
    super("gt", Primitive.GT);
  }

  public static Node gt(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern gt(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected boolean compare(double x, double y) {
    return x > y;
  }

  @Override
  protected boolean compare(long x, long y) {
    return x > y;
  }
}

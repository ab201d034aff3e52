package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Comparison;
import org.croton.processor.rule.Pattern;

/** {@code x < y}. */
public final class Lt extends Comparison {
  public static final Lt OP = new Lt();

  private Lt() {
    super("lt", Primitive.LT);
  }

  public static Node lt(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern lt(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected boolean compare(double x, double y) {
    return x < y;
  }

  @Override
  protected boolean compare(long x, long y) {
    return x < y;
  }
}

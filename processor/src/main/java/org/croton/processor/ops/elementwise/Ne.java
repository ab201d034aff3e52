package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Comparison;
import org.croton.processor.rule.Pattern;

/** {@code x != y}, which is true where one is NaN. */
public final class Ne extends Comparison {
  public static final Ne OP = new Ne();

  private Ne() {
    super("ne", Primitive.NE);
  }

  public static Node ne(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern ne(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected boolean compare(double x, double y) {
    return x != y;
  }

  @Override
  protected boolean compare(long x, long y) {
    return x != y;
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.IntegerDivision;

/** The remainder of {@code quotient}, with the sign of {@code x}: Java's {@code %}. */
public final class Remainder extends IntegerDivision {
  public static final Remainder OP = new Remainder();

  private Remainder() {
    super("remainder", Primitive.REMAINDER);
  }

  /** Everywhere; fails at run time where {@code y} is 0. */
  public static Node remainder(Node x, Node y) {
    return OP.of(x, y);
  }

  /** Where the path condition {@code guard} holds; 0 elsewhere. */
  public static Node remainder(Node x, Node y, Node guard) {
    return OP.of(x, y, guard);
  }

  @Override
  protected long evaluate(long x, long y) {
    return x % y;
  }
}

package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.IntegerDivision;

/** The quotient of integers, truncated towards zero: Java's {@code /}. */
public final class Quotient extends IntegerDivision {
  public static final Quotient OP = new Quotient();

  private Quotient() {
    super("quotient", Primitive.QUOTIENT);
  }

  /** Everywhere; fails at run time where {@code y} is 0. */
  public static Node quotient(Node x, Node y) {
    return OP.of(x, y);
  }

  /** Where the path condition {@code guard} holds; 0 elsewhere. */
  public static Node quotient(Node x, Node y, Node guard) {
    return OP.of(x, y, guard);
  }

  @Override
  protected long evaluate(long x, long y) {
    return x / y;
  }
}

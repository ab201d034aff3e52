package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.IntegerDivision;

/** The quotient of integers, rounded towards negative infinity. */
public final class FloorDiv extends IntegerDivision {
  public static final FloorDiv OP = new FloorDiv();

  private FloorDiv() {
    super("floorDiv", Primitive.FLOOR_DIV);
  }

  /** Everywhere; fails at run time where {@code y} is 0. */
  public static Node floorDiv(Node x, Node y) {
    return OP.of(x, y);
  }

  /** Where the path condition {@code guard} holds; 0 elsewhere. */
  public static Node floorDiv(Node x, Node y, Node guard) {
    return OP.of(x, y, guard);
  }

  @Override
  protected long evaluate(long x, long y) {
    return Math.floorDiv(x, y);
  }
}

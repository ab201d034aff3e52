package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.IntegerDivision;

/** The remainder of {@code floorDiv}, with the sign of {@code y}. */
public final class FloorMod extends IntegerDivision {
  public static final FloorMod OP = new FloorMod();

  private FloorMod() {
    super("floorMod", Primitive.FLOOR_MOD);
  }

  /** Everywhere; fails at run time where {@code y} is 0. */
  public static Node floorMod(Node x, Node y) {
    return OP.of(x, y);
  }

  /** Where the path condition {@code guard} holds; 0 elsewhere. */
  public static Node floorMod(Node x, Node y, Node guard) {
    return OP.of(x, y, guard);
  }

  @Override
  protected long evaluate(long x, long y) {
    return Math.floorMod(x, y);
  }
}

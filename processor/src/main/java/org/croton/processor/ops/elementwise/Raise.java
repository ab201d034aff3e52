package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.runtime.JavaKernel;
import org.jspecify.annotations.Nullable;

/**
 * An integer to the power of an integer. The result wraps; to a negative power it is 0, except that
 * of 1 and -1. There is no derivative.
 */
public final class Raise extends Binary {
  public static final Raise OP = new Raise();

  private Raise() {
    super("raise", Accepts.INTEGERS, Primitive.RAISE);
  }

  public static Node raise(Node x, Node power) {
    return OP.of(x, power);
  }

  @Override
  protected double evaluate(double x, double power) {
    throw new IllegalStateException("raise has no floating meaning");
  }

  @Override
  protected long evaluate(long x, long power) {
    return JavaKernel.raise(x, power);
  }

  @Override
  protected @Nullable Node derivativeX(Node x, Node y, Node r) {
    return null;
  }

  @Override
  protected @Nullable Node derivativeY(Node x, Node y, Node r) {
    return null;
  }
}

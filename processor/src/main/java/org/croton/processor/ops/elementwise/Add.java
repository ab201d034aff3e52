package org.croton.processor.ops.elementwise;

import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Pattern;

/** {@code x + y}; integers wrap. */
public final class Add extends Binary {
  public static final Add OP = new Add();

  private Add() {
    super("add", Accepts.NUMBERS, Primitive.ADD);
  }

  public static Node add(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern add(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return x + y;
  }

  @Override
  protected long evaluate(long x, long y) {
    return x + y;
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return like(r, 1);
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return like(r, 1);
  }
}

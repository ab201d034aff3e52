package org.croton.processor.ir;

import org.croton.processor.type.TensorType;

/** A value known at build time. Interned by bit pattern: 0.0 and -0.0 differ. */
public final class Constant extends Node {
  private final Literal value;

  Constant(GraphBuilder builder, int position, Literal value) {
    super(builder, position, 0);
    this.value = value;
  }

  public Literal value() {
    return value;
  }

  @Override
  public TensorType type() {
    return value.type();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

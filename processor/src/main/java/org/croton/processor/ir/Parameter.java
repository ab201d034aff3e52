package org.croton.processor.ir;

import org.croton.processor.type.Type;

/**
 * An argument of the method (depth 0) or of a region. Canonical: known by depth, index and type
 * alone, so that regions that do the same are equal.
 */
public final class Parameter extends Node {
  private final int index;
  private final Type type;

  Parameter(GraphBuilder builder, int position, int depth, int index, Type type) {
    super(builder, position, depth);
    this.index = index;
    this.type = type;
  }

  public int index() {
    return index;
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public String toString() {
    return "p" + depth() + "_" + index;
  }
}

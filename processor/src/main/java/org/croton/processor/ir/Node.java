package org.croton.processor.ir;

import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/**
 * A value of the graph. Made only by {@link GraphBuilder}; equal means same object, so identity is
 * what maps and sets of nodes use.
 */
public abstract sealed class Node permits Parameter, Constant, Apply, Result {
  private final GraphBuilder builder;
  private final int position;
  private final int depth;

  Node(GraphBuilder builder, int position, int depth) {
    this.builder = builder;
    this.position = position;
    this.depth = depth;
  }

  /** The maker of this node and of everything that is to be combined with it. */
  public GraphBuilder builder() {
    return builder;
  }

  /** Order of creation in the builder: the program order, and a topological order. */
  public int position() {
    return position;
  }

  /** Nesting of the region that the value belongs to; 0 is the method, constants are at 0. */
  public int depth() {
    return depth;
  }

  public abstract Type type();

  /** The type of an array value. Throws {@link IllegalStateException} for a token. */
  public final TensorType tensor() {
    if (type() instanceof TensorType) {
      return (TensorType) type();
    }
    throw new IllegalStateException("not an array: " + this);
  }
}

package org.croton.processor.ir;

import org.croton.processor.type.Type;

/** One value of an application with several. */
public final class Result extends Node {
  private final Apply apply;
  private final int index;

  Result(GraphBuilder builder, int position, Apply apply, int index) {
    super(builder, position, apply.depth());
    this.apply = apply;
    this.index = index;
  }

  public Apply apply() {
    return apply;
  }

  public int index() {
    return index;
  }

  @Override
  public Type type() {
    return apply.resultTypes().get(index);
  }

  @Override
  public String toString() {
    return apply + "." + index;
  }
}

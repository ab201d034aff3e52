package org.croton.processor.op;

import org.croton.processor.ir.Attrs;

/** One axis, non-negative. */
public record AxisAttrs(int axis) implements Attrs {
  @Override
  public String toString() {
    return "axis=" + axis;
  }
}

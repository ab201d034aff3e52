package org.croton.processor.op;

import org.croton.processor.ir.Attrs;
import org.croton.processor.type.Shape;

/** The shape of the result. */
public record ShapeAttrs(Shape shape) implements Attrs {
  @Override
  public String toString() {
    return "shape=" + shape;
  }
}

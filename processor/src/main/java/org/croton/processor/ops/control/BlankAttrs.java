package org.croton.processor.ops.control;

import java.util.Locale;
import org.croton.DType;
import org.croton.processor.op.TypedAttrs;
import org.croton.processor.type.Shape;

/** The type of an array that is made from nothing. */
public record BlankAttrs(DType dtype, Shape shape) implements TypedAttrs {
  @Override
  public BlankAttrs withDtype(DType other) {
    return new BlankAttrs(other, shape);
  }

  @Override
  public String toString() {
    return "dtype=" + dtype.name().toLowerCase(Locale.ROOT) + " shape=" + shape;
  }
}

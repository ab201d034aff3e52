package org.croton.processor.op;

import java.util.Locale;
import org.croton.DType;

/** The dtype of the result. */
public record DTypeAttrs(DType dtype) implements TypedAttrs {
  @Override
  public DTypeAttrs withDtype(DType other) {
    return new DTypeAttrs(other);
  }

  @Override
  public String toString() {
    return "dtype=" + dtype.name().toLowerCase(Locale.ROOT);
  }
}

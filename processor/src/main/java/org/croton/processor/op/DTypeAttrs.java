package org.croton.processor.op;

import java.util.Locale;
import org.croton.DType;
import org.croton.processor.ir.Attrs;

/** The dtype of the result. */
public record DTypeAttrs(DType dtype) implements Attrs {
  @Override
  public String toString() {
    return "dtype=" + dtype.name().toLowerCase(Locale.ROOT);
  }
}

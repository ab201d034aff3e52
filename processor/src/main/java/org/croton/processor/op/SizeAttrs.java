package org.croton.processor.op;

import org.croton.processor.ir.Attrs;
import org.croton.processor.type.Dim;

/** A size that the operation makes a value of. */
public record SizeAttrs(Dim size) implements Attrs {
  @Override
  public String toString() {
    return "size=" + size;
  }
}

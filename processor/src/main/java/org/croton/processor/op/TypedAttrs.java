package org.croton.processor.op;

import org.croton.DType;
import org.croton.processor.ir.Attrs;

/** Settings that fix the dtype of the result. */
public interface TypedAttrs extends Attrs {
  DType dtype();

  /** The same settings for another dtype. */
  Attrs withDtype(DType other);
}

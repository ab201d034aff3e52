package org.croton.processor.op;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.type.TypeMismatch;

/** Elementwise operations whose arguments and result have one dtype. */
public abstract class Arithmetic extends Elementwise {
  /** Which dtypes an operation works in. */
  protected enum Accepts {
    NUMBERS,
    FLOATING,
    INTEGERS,
    ALL
  }

  private final Accepts accepts;

  protected Arithmetic(String name, Accepts accepts) {
    super(name);
    this.accepts = accepts;
  }

  @Override
  protected DType resultDtype(List<DType> arguments, Attrs attrs) {
    DType dtype = arguments.get(0);
    for (DType other : arguments) {
      if (other != dtype) {
        throw new TypeMismatch(
            "dtype-mismatch", name() + " needs operands of one dtype: " + dtype + " and " + other);
      }
    }
    if (!accepted(dtype)) {
      throw new TypeMismatch("dtype-unsupported", name() + " is not defined for " + dtype);
    }
    return dtype;
  }

  private boolean accepted(DType dtype) {
    switch (accepts) {
      case NUMBERS:
        return dtype != DType.BOOL;
      case FLOATING:
        return dtype.isFloating();
      case INTEGERS:
        return dtype.isInteger();
      case ALL:
        return true;
    }
    throw new AssertionError(accepts);
  }
}

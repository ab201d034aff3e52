package org.croton.processor.ops;

import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Combine;

/** A number of some dtype; the component of the other kind is not looked at. */
record Value(DType dtype, double real, long integer) {
  static Value of(DType dtype, double real) {
    return new Value(dtype, Literal.scalar(dtype, real).real(0), 0);
  }

  static Value of(DType dtype, long integer) {
    return new Value(dtype, 0, Literal.scalar(dtype, integer).integer(0));
  }

  /** The number of the dtype's kind. */
  static Value of(DType dtype, double real, long integer) {
    return dtype.isFloating() ? of(dtype, real) : of(dtype, integer);
  }

  static Value identity(Combine combine, DType dtype) {
    switch (combine) {
      case SUM:
        return of(dtype, 0, 0);
      case PRODUCT:
        return of(dtype, 1, 1);
      case MAXIMUM:
        return of(dtype, Double.NEGATIVE_INFINITY, least(dtype));
      case MINIMUM:
        return of(dtype, Double.POSITIVE_INFINITY, greatest(dtype));
      default:
        throw new AssertionError(combine);
    }
  }

  private static long least(DType dtype) {
    return dtype == DType.I64 ? Long.MIN_VALUE : dtype == DType.I32 ? Integer.MIN_VALUE : 0;
  }

  private static long greatest(DType dtype) {
    switch (dtype) {
      case I64:
        return Long.MAX_VALUE;
      case I32:
        return Integer.MAX_VALUE;
      case U8:
        return 255;
      default:
        return 1;
    }
  }

  Value combine(Combine combine, Value other) {
    switch (combine) {
      case SUM:
        return of(dtype, real + other.real, integer + other.integer);
      case PRODUCT:
        return of(dtype, real * other.real, integer * other.integer);
      case MAXIMUM:
        return of(dtype, Math.max(real, other.real), Math.max(integer, other.integer));
      case MINIMUM:
        return of(dtype, Math.min(real, other.real), Math.min(integer, other.integer));
      default:
        throw new AssertionError(combine);
    }
  }
}

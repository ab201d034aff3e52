package org.croton.processor.fuse;

import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Scalar;

/** Neutral elements of maximum and minimum. */
final class Identities {
  private Identities() {}

  /** What leaves everything as it is when it is combined with it. */
  static Scalar of(Combine combine, DType dtype) {
    switch (combine) {
      case SUM:
        return Scalar.real(dtype, 0);
      case PRODUCT:
        return Scalar.real(dtype, 1);
      case MAXIMUM:
        return least(dtype);
      case MINIMUM:
        return greatest(dtype);
      default:
        throw new IllegalArgumentException(combine.name());
    }
  }

  static Scalar least(DType dtype) {
    switch (dtype) {
      case F32:
      case F64:
        return Scalar.real(dtype, Double.NEGATIVE_INFINITY);
      case I32:
        return whole(dtype, Integer.MIN_VALUE);
      case I64:
        return whole(dtype, Long.MIN_VALUE);
      default:
        return whole(dtype, 0);
    }
  }

  static Scalar greatest(DType dtype) {
    switch (dtype) {
      case F32:
      case F64:
        return Scalar.real(dtype, Double.POSITIVE_INFINITY);
      case I32:
        return whole(dtype, Integer.MAX_VALUE);
      case I64:
        return whole(dtype, Long.MAX_VALUE);
      case U8:
        return whole(dtype, 255);
      default:
        return whole(dtype, 1);
    }
  }

  private static Scalar whole(DType dtype, long value) {
    return new Scalar.Immediate(Literal.scalar(dtype, value));
  }
}

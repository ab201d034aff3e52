package org.croton.processor.rewrite;

import java.util.OptionalDouble;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Movement;
import org.croton.processor.ops.movement.Slice;

/** Recognises values whose elements are all the same constant, moved or not. */
final class Uniform {
  private Uniform() {}

  /** The value of each element; empty if they differ, if there is none, or if it is unknown. */
  static OptionalDouble value(Node node) {
    Node unmoved = node;
    while (isMovedSafely(unmoved)) {
      unmoved = ((Apply) unmoved).argument(0);
    }
    return unmoved instanceof Constant
        ? value(((Constant) unmoved).value())
        : OptionalDouble.empty();
  }

  /** Slices are left alone, since they may fail. */
  private static boolean isMovedSafely(Node node) {
    return node instanceof Apply
        && ((Apply) node).operator() instanceof Movement
        && !((Apply) node).is(Slice.OP);
  }

  private static OptionalDouble value(Literal literal) {
    if (literal.count() == 0) {
      return OptionalDouble.empty();
    }
    double first = literal.real(0);
    for (int i = 1; i < literal.count(); i++) {
      if (Double.doubleToLongBits(literal.real(i)) != Double.doubleToLongBits(first)) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(first);
  }

  /**
   * The number as an element of this dtype is; an integer dtype keeps a fraction, to match none.
   */
  static double round(DType dtype, double value) {
    return dtype == DType.F32 ? (float) value : value;
  }
}

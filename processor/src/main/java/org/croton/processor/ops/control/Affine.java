package org.croton.processor.ops.control;

import java.util.HashMap;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.Sub;
import org.jspecify.annotations.Nullable;

/**
 * An integer scalar as a sum of multiples of other values and a constant. Conversions between
 * integer widths are taken as exact: the values are array indices, which fit or fail.
 */
record Affine(Map<Node, Long> terms, long constant) {
  Affine {
    terms = Map.copyOf(terms);
  }

  static Affine of(Node node) {
    if (node instanceof Constant && isInteger(node)) {
      return new Affine(Map.of(), ((Constant) node).value().integer(0));
    }
    if (node instanceof Apply) {
      Affine combined = of((Apply) node);
      if (combined != null) {
        return combined;
      }
    }
    return new Affine(Map.of(node, 1L), 0);
  }

  private static @Nullable Affine of(Apply apply) {
    if (apply.is(Add.OP)) {
      return of(apply.argument(0)).plus(of(apply.argument(1)), 1);
    }
    if (apply.is(Sub.OP)) {
      return of(apply.argument(0)).plus(of(apply.argument(1)), -1);
    }
    if (apply.is(Neg.OP)) {
      return new Affine(Map.of(), 0).plus(of(apply.argument(0)), -1);
    }
    if (apply.is(Cast.OP) && isInteger(apply) && isInteger(apply.argument(0))) {
      return of(apply.argument(0));
    }
    return apply.is(Mul.OP) ? product(of(apply.argument(0)), of(apply.argument(1))) : null;
  }

  private static @Nullable Affine product(Affine a, Affine b) {
    if (a.terms.isEmpty()) {
      return new Affine(Map.of(), 0).plus(b, a.constant);
    }
    return b.terms.isEmpty() ? new Affine(Map.of(), 0).plus(a, b.constant) : null;
  }

  private static boolean isInteger(Node node) {
    DType dtype = node.tensor().dtype();
    return node.tensor().isScalar() && (dtype == DType.I64 || dtype == DType.I32);
  }

  private Affine plus(Affine other, long times) {
    Map<Node, Long> sum = new HashMap<>(terms);
    other.terms.forEach((node, factor) -> sum.merge(node, factor * times, Long::sum));
    sum.values().removeIf(factor -> factor == 0);
    return new Affine(sum, constant + other.constant * times);
  }

  /** How often a value is in the sum. */
  long factor(Node node) {
    return terms.getOrDefault(node, 0L);
  }

  /** This minus the other, if that is a constant; null otherwise. */
  @Nullable Long minus(Affine other) {
    return terms.equals(other.terms) ? (Long) (constant - other.constant) : null;
  }
}

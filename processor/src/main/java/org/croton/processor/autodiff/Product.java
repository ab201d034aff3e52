package org.croton.processor.autodiff;

import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Neg;

/** The chain rule's product, without the multiplications by one that it is full of. */
final class Product {
  private Product() {}

  /** {@code derivative} times {@code factor}, where the derivative is at least as large. */
  static Node of(Node derivative, Node factor) {
    if (isScalar(factor, 1)) {
      return derivative;
    }
    if (isScalar(factor, -1)) {
      return Neg.neg(derivative);
    }
    return isScalar(derivative, 1) ? factor : Mul.mul(derivative, factor);
  }

  private static boolean isScalar(Node node, double value) {
    return node instanceof Constant
        && node.tensor().isScalar()
        && ((Constant) node).value().real(0) == value;
  }
}

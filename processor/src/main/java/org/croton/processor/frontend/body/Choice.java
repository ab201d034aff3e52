package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.And.and;
import static org.croton.processor.ops.elementwise.Or.or;
import static org.croton.processor.ops.elementwise.Where.where;

import org.croton.DType;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;

/** How one node is made of two of the same type, between which the data decides. */
interface Choice {
  Node of(Node a, Node b);

  /** What stands for a value that is the same on both sides. */
  Value same(Value value);

  /** Both are computed, and one is selected. */
  static Choice selected(Node condition) {
    return new Choice() {
      @Override
      public Node of(Node a, Node b) {
        if (isTruth(b, 0)) {
          return and(condition, a);
        }
        return isTruth(a, 1) ? or(condition, b) : where(condition, a, b);
      }

      @Override
      public Value same(Value value) {
        return value;
      }
    };
  }

  private static boolean isTruth(Node node, long truth) {
    return node instanceof Constant constant
        && constant.value().dtype() == DType.BOOL
        && constant.value().rank() == 0
        && constant.value().integer(0) == truth;
  }
}

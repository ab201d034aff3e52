package org.croton.processor.rewrite;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OpDef;
import org.jspecify.annotations.Nullable;

/**
 * Puts the operands of commutative operators in one order, program order with constants last, so
 * that {@code a + b} and {@code b + a} are interned as one value.
 */
final class OperandOrder implements Step {
  @Override
  public String name() {
    return "operand-order";
  }

  @Override
  public @Nullable Node simplify(Apply apply) {
    if (!((OpDef) apply.operator()).isCommutative()
        || inOrder(apply.argument(0), apply.argument(1))) {
      return null;
    }
    List<Node> swapped = List.of(apply.argument(1), apply.argument(0));
    return apply.builder().apply(apply.operator(), apply.attrs(), swapped);
  }

  private static boolean inOrder(Node first, Node second) {
    boolean constant = first instanceof Constant;
    return constant == second instanceof Constant
        ? first.position() <= second.position()
        : !constant;
  }
}

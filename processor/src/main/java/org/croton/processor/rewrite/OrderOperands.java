package org.croton.processor.rewrite;

import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OperandOrder;
import org.jspecify.annotations.Nullable;

/** Puts the operands of commutative operators in {@linkplain OperandOrder one order}. */
final class OrderOperands implements Step {
  @Override
  public String name() {
    return "operand-order";
  }

  @Override
  public @Nullable Node simplify(Apply apply) {
    return OperandOrder.holds(apply) ? null : OperandOrder.swapped(apply);
  }
}

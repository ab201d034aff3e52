package org.croton.processor.ops.control;

import org.croton.processor.ir.Apply;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.IntegerDivision;
import org.croton.processor.op.Movement;
import org.croton.processor.op.Reduction;
import org.croton.processor.ops.contraction.Contract;
import org.croton.processor.ops.elementwise.Require;
import org.croton.processor.ops.movement.Concat;
import org.croton.processor.ops.movement.Slice;
import org.croton.processor.ops.reduction.Argmax;
import org.croton.processor.ops.reduction.Argmin;

/** Which applications cannot fail, whatever their operands: these may run where nobody asked. */
public final class TotalOps {
  private TotalOps() {}

  public static boolean isTotal(Apply apply) {
    if (!apply.operator().isPure() || !apply.regions().isEmpty()) {
      return false;
    }
    if (apply.operator() instanceof Elementwise) {
      return !(apply.operator() instanceof IntegerDivision) && !apply.is(Require.OP);
    }
    if (apply.is(Slice.OP)) {
      return Slice.isCertain(apply);
    }
    return apply.operator() instanceof Movement
        || apply.arguments().isEmpty()
        || apply.is(Contract.OP)
        || apply.is(Concat.OP)
        || apply.operator() instanceof Reduction
        || apply.is(Argmax.OP)
        || apply.is(Argmin.OP);
  }
}

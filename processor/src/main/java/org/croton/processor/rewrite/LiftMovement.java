package org.croton.processor.rewrite;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.Movement;
import org.croton.processor.ops.movement.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Computes functions of one argument before their argument is moved: rules then meet them side by
 * side, and a broadcast copies results instead of computing them many times. Slices stay inside:
 * they leave less to compute.
 */
final class LiftMovement implements Step {
  @Override
  public String name() {
    return "lift-movement";
  }

  @Override
  public @Nullable Node simplify(Apply apply) {
    if (!(apply.operator() instanceof Elementwise) || apply.arguments().size() != 1) {
      return null;
    }
    Node argument = apply.argument(0);
    if (!(argument instanceof Apply)
        || !(((Apply) argument).operator() instanceof Movement)
        || ((Apply) argument).is(Slice.OP)) {
      return null;
    }
    Apply move = (Apply) argument;
    Node computed =
        apply.builder().apply(apply.operator(), apply.attrs(), List.of(move.argument(0)));
    return apply.builder().apply(move.operator(), move.attrs(), List.of(computed));
  }
}

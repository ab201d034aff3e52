package org.croton.processor.ops.reduction;

import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Maximum.maximum;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.AxesAttrs;

/** How the elements that equal an extreme value share its derivative: evenly. */
final class Ties {
  private Ties() {}

  /** The cotangent of the extreme, divided among the elements that equal it. */
  static Node spread(Apply apply, Node cotangent) {
    List<Integer> axes = apply.attrs(AxesAttrs.class).axes();
    Node share = expandDims(div(cotangent, count(apply)), axes);
    return where(chosen(apply), share, zero(cotangent));
  }

  /** The mean tangent of the elements that equal the extreme. */
  static Node average(Apply apply, Node tangent) {
    List<Integer> axes = apply.attrs(AxesAttrs.class).axes();
    return div(sum(where(chosen(apply), tangent, zero(tangent)), axes), count(apply));
  }

  private static Node chosen(Apply apply) {
    return eq(apply.argument(0), expandDims(apply, apply.attrs(AxesAttrs.class).axes()));
  }

  /** How many elements equal the extreme: 1 where none does, at NaN, so that 0 / 0 is avoided. */
  private static Node count(Apply apply) {
    Node count =
        sum(cast(chosen(apply), apply.tensor().dtype()), apply.attrs(AxesAttrs.class).axes());
    return maximum(count, count.builder().constant(apply.tensor().dtype(), 1.0));
  }

  private static Node zero(Node x) {
    return x.builder().constant(x.tensor().dtype(), 0.0);
  }
}

package org.croton.processor.ops.control;

import static org.croton.processor.ops.contraction.Contract.contract;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.ContractAttrs;
import org.croton.processor.ops.contraction.Contract;
import org.croton.processor.ops.control.StepBatch.Batched;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Div;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.ops.reduction.Sum;
import org.jspecify.annotations.Nullable;

/**
 * Sums values of a loop's body over all iterations. A sum of products becomes one product, which
 * sums over the iterations too.
 */
final class StepSums {
  private static final List<Integer> STEPS = List.of(0);
  private static final Set<Operator> SUMS = Set.of(Add.OP, Sub.OP);
  private static final Set<Operator> SCALINGS = Set.of(Mul.OP, Div.OP);

  private final StepBatch batch;

  StepSums(StepBatch batch) {
    this.batch = batch;
  }

  /** The sum of a floating value over all iterations. */
  Node of(Node value) {
    Node split = value instanceof Apply ? split((Apply) value) : null;
    return split != null ? split : sum(batch.stacked(value), STEPS);
  }

  private @Nullable Node split(Apply apply) {
    if (batch.stays(apply)) {
      return null;
    }
    if (apply.is(Contract.OP)) {
      return product(apply);
    }
    if (apply.is(Neg.OP)) {
      return with(apply, List.of(of(apply.argument(0))));
    }
    if (apply.is(Sum.OP)) {
      List<Integer> axes = new ArrayList<>(STEPS);
      apply.attrs(AxesAttrs.class).axes().forEach(axis -> axes.add(axis + 1));
      return sum(batch.stacked(apply.argument(0)), axes);
    }
    if (SUMS.contains(apply.operator())
        && apply.arguments().stream().allMatch(x -> x.type().equals(apply.type()))) {
      return with(apply, apply.arguments().stream().map(this::of).toList());
    }
    return SCALINGS.contains(apply.operator()) ? scaled(apply) : null;
  }

  /** A multiple by what is the same in all iterations. */
  private @Nullable Node scaled(Apply apply) {
    for (int i = 0; i < (apply.is(Mul.OP) ? 2 : 1); i++) {
      Node summed = apply.argument(i);
      Batched factor = batch.of(apply.argument(1 - i));
      if (!factor.isStacked() && summed.type().equals(apply.type())) {
        Node total = of(summed);
        return with(apply, i == 0 ? List.of(total, factor.node()) : List.of(factor.node(), total));
      }
    }
    return null;
  }

  private @Nullable Node product(Apply apply) {
    ContractAttrs at = apply.attrs(ContractAttrs.class);
    Batched a = batch.of(apply.argument(0));
    Batched b = batch.of(apply.argument(1));
    if (a.isStacked() && b.isStacked()) {
      String step = BatchRules.letter(at);
      return contract(a.node(), b.node(), step + at.left(), step + at.right(), at.result());
    }
    if (a.isStacked()) {
      return contract(of(apply.argument(0)), b.node(), at);
    }
    return b.isStacked() ? contract(a.node(), of(apply.argument(1)), at) : null;
  }

  private static Node with(Apply apply, List<Node> operands) {
    return apply.builder().apply(apply.operator(), apply.attrs(), operands);
  }
}

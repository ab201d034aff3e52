package org.croton.processor.ops;

import static org.croton.processor.ops.contraction.Contract.contract;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.movement.Slice.slice;
import static org.croton.processor.ops.movement.Transpose.transpose;
import static org.croton.processor.ops.reduction.Sum.sum;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.EXACT_BUT_ZERO_SIGN;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Pattern.callAs;
import static org.croton.processor.rule.Pattern.made;
import static org.croton.processor.rule.Variables.A;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.Z;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.op.OpDef;
import org.croton.processor.ops.contraction.ContractedAxes;
import org.croton.processor.ops.indexing.Gather;
import org.croton.processor.ops.indexing.GatheredBox;
import org.croton.processor.ops.reduction.ShiftedExponentials;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** The rules that no single op owns, and the list of all rules. */
public final class CrossRules {
  private static final Pattern I = Pattern.any("i");
  private static final Pattern J = Pattern.any("j");

  private CrossRules() {}

  /** Every rule: those of the catalogue's ops, in its order, and those between ops. */
  public static List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    for (OpDef op : OpCatalog.all()) {
      all.addAll(op.rules());
    }
    all.addAll(exponentials());
    all.addAll(gathered());
    all.addAll(contractions());
    return all;
  }

  /** Sums of exponentials overflow; relative to the largest one they do not. */
  private static List<Rule> exponentials() {
    Guard notShifted = ShiftedExponentials.notShifted("x");
    return List.of(
        Rule.stabilize("log-sum-exp")
            .from(log(sum("axes", exp(X))))
            .to(made("m + log(sum(exp(x - m))), m = max(x)", ShiftedExponentials::logSumExp))
            .accuracy(CLOSER_TO_TRUTH)
            .where(notShifted),
        Rule.stabilize("softmax")
            .from(div(exp(Y), Z))
            .to(made("exp(y - m)/sum(exp(x - m)), m = max(x)", ShiftedExponentials::softmax))
            .accuracy(CLOSER_TO_TRUTH)
            .where(ShiftedExponentials.isSum("z")),
        Rule.stabilize("scaled-softmax")
            .from(div(mul(A, exp(Y)), Z))
            .to(
                made(
                    "a*exp(y - m)/sum(exp(x - m)), m = max(x)", ShiftedExponentials::scaledSoftmax))
            .accuracy(CLOSER_TO_TRUTH)
            .where(ShiftedExponentials.isSum("z")));
  }

  /** Less is gathered: the probability of a class before its logarithm, columns of rows. */
  private static List<Rule> gathered() {
    return List.of(
        Rule.canonicalize("slice-gathered")
            .from(slice("box", callAs("axis", Gather.OP, X, I)))
            .to(made("gather(slice(x), i)", GatheredBox::sliceFirst))
            .accuracy(EXACT)
            .where(GatheredBox.KEEPS_INDEX),
        Rule.stabilize("log-gathered-softmax")
            .from(log(callAs("axis", Gather.OP, div(exp(X), Y), I)))
            .to(callAs("axis", Gather.OP, sub(X, log(Y)), I))
            .accuracy(CLOSER_TO_TRUTH)
            .where(NonNegative.guard("y")),
        Rule.stabilize("log-softmax-gathered-at-pairs")
            .from(log(callAs("axis", Gather.OP, div(exp(X), Y), I, J)))
            .to(callAs("axis", Gather.OP, sub(X, log(Y)), I, J))
            .accuracy(CLOSER_TO_TRUTH)
            .where(NonNegative.guard("y")));
  }

  /** Signs and scalars leave products, transposes become letters. */
  private static List<Rule> contractions() {
    return List.of(
        Rule.canonicalize("contract-negated")
            .from(contract("letters", neg(X), Y))
            .to(neg(contract("letters", X, Y)))
            .accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.canonicalize("contract-by-negated")
            .from(contract("letters", X, neg(Y)))
            .to(neg(contract("letters", X, Y)))
            .accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.canonicalize("contract-scaled")
            .from(contract("letters", mul(A, X), Y))
            .to(mul(A, contract("letters", X, Y)))
            .accuracy(REASSOCIATES)
            .where(Guard.scalar("a"))
            .where(Guard.array("x")),
        Rule.canonicalize("contract-by-scaled")
            .from(contract("letters", X, mul(A, Y)))
            .to(mul(A, contract("letters", X, Y)))
            .accuracy(REASSOCIATES)
            .where(Guard.scalar("a"))
            .where(Guard.array("y")),
        Rule.canonicalize("contract-transposed")
            .from(contract("letters", transpose("order", X), Y))
            .to(made("contract(x, y) with the letters of x reordered", ContractedAxes::left))
            .accuracy(REASSOCIATES),
        Rule.canonicalize("contract-by-transposed")
            .from(contract("letters", X, transpose("order", Y)))
            .to(made("contract(x, y) with the letters of y reordered", ContractedAxes::right))
            .accuracy(REASSOCIATES),
        Rule.canonicalize("transpose-contracted")
            .from(transpose("order", contract("letters", X, Y)))
            .to(
                made(
                    "contract(x, y) with the letters of the result reordered",
                    ContractedAxes::result))
            .accuracy(REASSOCIATES));
  }
}

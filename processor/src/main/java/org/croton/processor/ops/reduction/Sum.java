package org.croton.processor.ops.reduction;

import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Transpose.transpose;
import static org.croton.processor.rule.Accuracy.EXACT_BUT_ZERO_SIGN;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Pattern.made;
import static org.croton.processor.rule.Variables.A;
import static org.croton.processor.rule.Variables.X;

import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.Reduction;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The sum over some axes; 0 of nothing. Integers and truth values are summed in I64. */
public final class Sum extends Reduction {
  public static final Sum OP = new Sum();

  private Sum() {
    super("sum", Combine.SUM);
  }

  /** Over the given axes of {@code x}, non-negative and ascending. */
  public static Node sum(Node x, List<Integer> axes) {
    return x.builder().apply(OP, new AxesAttrs(axes), List.of(x));
  }

  /** In a rule: the axes go under {@code attrsName}. */
  public static Pattern sum(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected DType resultDtype(DType argument) {
    return argument.isFloating() ? argument : DType.I64;
  }

  @Override
  protected double identity() {
    return 0;
  }

  @Override
  protected long identity(DType dtype) {
    return 0;
  }

  @Override
  protected double combine(double a, double b) {
    return a + b;
  }

  @Override
  protected long combine(long a, long b) {
    return a + b;
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node spread = expandDims(pullback.cotangent(), apply.attrs(AxesAttrs.class).axes());
    pullback.accumulate(0, broadcastTo(spread, apply.argument(0).tensor().shape()));
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tangent = pushforward.tangent(0);
    return Collections.singletonList(
        tangent == null ? null : sum(tangent, apply.attrs(AxesAttrs.class).axes()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("sum-of-nothing-reduced")
            .from(sum("axes", X))
            .to(X)
            .accuracy(EXACT_BUT_ZERO_SIGN)
            .where(Guard.rootType("x")),
        Rule.canonicalize("sum-negated")
            .from(sum("axes", neg(X)))
            .to(neg(sum("axes", X)))
            .accuracy(EXACT_BUT_ZERO_SIGN)
            .where(Guard.floating("x")),
        Rule.canonicalize("sum-scaled")
            .from(sum("axes", mul(A, X)))
            .to(mul(A, sum("axes", X)))
            .accuracy(REASSOCIATES)
            .where(Guard.scalar("a"))
            .where(Guard.floating("a"))
            .where(Guard.array("x")),
        Rule.canonicalize("sum-divided")
            .from(sum("axes", div(X, A)))
            .to(div(sum("axes", X), A))
            .accuracy(REASSOCIATES)
            .where(Guard.scalar("a"))
            .where(Guard.array("x")),
        Rule.canonicalize("sum-sum")
            .from(sum("outer", sum("inner", X)))
            .to(made("sum(x) over the axes of both", ReducedAxes::sumOfBoth))
            .accuracy(REASSOCIATES),
        Rule.canonicalize("sum-transposed")
            .from(sum("axes", transpose("order", X)))
            .to(made("transpose(sum(x)) over the same axes", ReducedAxes::sumBeforeTranspose))
            .accuracy(REASSOCIATES));
  }
}

package org.croton.processor.ops.reduction;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sign.sign;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.reduction.Sum.sum;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Variables.NAN;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.ZERO;

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
import org.croton.processor.ops.NonNegative;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The product over some axes; 1 of nothing. Integers and truth values are multiplied in I64. The
 * derivative is right where elements are 0, also that of the derivative.
 */
public final class Prod extends Reduction {
  public static final Prod OP = new Prod();

  private Prod() {
    super("prod", Combine.PRODUCT);
  }

  /** Over the given axes of {@code x}, non-negative and ascending. */
  public static Node prod(Node x, List<Integer> axes) {
    return x.builder().apply(OP, new AxesAttrs(axes), List.of(x));
  }

  /** In a rule: the axes go under {@code attrsName}. */
  public static Pattern prod(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected DType resultDtype(DType argument) {
    return argument.isFloating() ? argument : DType.I64;
  }

  @Override
  protected double identity() {
    return 1;
  }

  @Override
  protected long identity(DType dtype) {
    return 1;
  }

  @Override
  protected double combine(double a, double b) {
    return a * b;
  }

  @Override
  protected long combine(long a, long b) {
    return a * b;
  }

  /**
   * The product of the other elements, for each element: the product of the non-zero ones divided
   * by the element, times the only other zero if there is one, and 0 if there are more. That zero
   * is kept as a value (not as a literal 0), so that its own derivative is right too.
   */
  private static Node others(Apply apply) {
    Node x = apply.argument(0);
    List<Integer> axes = apply.attrs(AxesAttrs.class).axes();
    DType dtype = x.tensor().dtype();
    Node isZero = eq(x, like(x, 0));
    Node nonZero = where(isZero, like(x, 1), x);
    Node zeroOnly = where(isZero, x, like(x, 0));
    Node flag = cast(isZero, dtype);
    Node otherZeros = sub(expandDims(sum(flag, axes), axes), flag);
    Node otherZero = sub(expandDims(sum(zeroOnly, axes), axes), zeroOnly);
    Node factor =
        where(
            eq(otherZeros, like(x, 0)),
            like(x, 1),
            where(eq(otherZeros, like(x, 1)), otherZero, like(x, 0)));
    return mul(div(expandDims(prod(nonZero, axes), axes), nonZero), factor);
  }

  private static Node like(Node x, double value) {
    return x.builder().constant(x.tensor().dtype(), value);
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node spread = expandDims(pullback.cotangent(), apply.attrs(AxesAttrs.class).axes());
    pullback.accumulate(0, mul(spread, others(apply)));
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tangent = pushforward.tangent(0);
    return Collections.singletonList(
        tangent == null
            ? null
            : sum(mul(tangent, others(apply)), apply.attrs(AxesAttrs.class).axes()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        // The product overflows or underflows long before the sum of logarithms does.
        Rule.stabilize("log-product")
            .from(log(prod("axes", X)))
            .to(where(lt(prod("axes", sign(X)), ZERO), NAN, sum("axes", log(abs(X)))))
            .accuracy(CLOSER_TO_TRUTH)
            .where(Guard.not(NonNegative.guard("x"))),
        Rule.stabilize("log-product-non-negative")
            .from(log(prod("axes", X)))
            .to(sum("axes", log(X)))
            .accuracy(CLOSER_TO_TRUTH)
            .where(NonNegative.guard("x")));
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sign.sign;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.EXACT_BUT_ZERO_SIGN;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.ops.NonNegative;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code |x|}; integers wrap. The derivative is {@code sign(x)}: 0 at 0. */
public final class Abs extends Unary {
  public static final Abs OP = new Abs();

  private Abs() {
    super("abs", Accepts.NUMBERS, Primitive.ABS);
  }

  public static Node abs(Node x) {
    return OP.of(x);
  }

  public static Pattern abs(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.abs(x);
  }

  @Override
  protected long evaluate(long x) {
    return Math.abs(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return sign(x);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("abs-negated")
            .from(abs(neg(X)))
            .to(abs(X))
            .accuracy(EXACT)
            .where(Guard.signed("x")),
        Rule.canonicalize("abs-non-negative")
            .from(abs(X))
            .to(X)
            .accuracy(EXACT_BUT_ZERO_SIGN)
            .where(NonNegative.guard("x")));
  }
}

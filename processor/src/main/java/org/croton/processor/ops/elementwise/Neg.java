package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.EXACT_BUT_ZERO_SIGN;
import static org.croton.processor.rule.Pattern.constant;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code -x}; integers wrap. */
public final class Neg extends Unary {
  public static final Neg OP = new Neg();

  private Neg() {
    super("neg", Accepts.NUMBERS, Primitive.NEG);
  }

  public static Node neg(Node x) {
    return OP.of(x);
  }

  public static Pattern neg(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return -x;
  }

  @Override
  protected long evaluate(long x) {
    return -x;
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return like(y, -1);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("neg-neg").from(neg(neg(X))).to(X).accuracy(EXACT),
        Rule.canonicalize("neg-difference")
            .from(neg(sub(X, Y)))
            .to(sub(Y, X))
            .accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.canonicalize("neg-scaled")
            .from(neg(mul(X, constant("c"))))
            .to(mul(X, neg(constant("c"))))
            .accuracy(EXACT));
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.EXACT_BUT_ZERO_SIGN;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Pattern.constant;
import static org.croton.processor.rule.Variables.A;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code x - y}; integers wrap. */
public final class Sub extends Binary {
  public static final Sub OP = new Sub();

  private Sub() {
    super("sub", Accepts.NUMBERS, Primitive.SUB);
  }

  public static Node sub(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern sub(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return x - y;
  }

  @Override
  protected long evaluate(long x, long y) {
    return x - y;
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return like(r, 1);
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return like(r, -1);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("sub-zero").from(sub(X, ZERO)).to(X).accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.canonicalize("sub-from-zero")
            .from(sub(ZERO, X))
            .to(neg(X))
            .accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.canonicalize("sub-constant")
            .from(sub(X, constant("c")))
            .to(add(X, neg(constant("c"))))
            .accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.canonicalize("sub-negated").from(sub(X, neg(Y))).to(add(X, Y)).accuracy(EXACT),
        Rule.canonicalize("sub-from-negated")
            .from(sub(neg(X), Y))
            .to(neg(add(X, Y)))
            .accuracy(EXACT_BUT_ZERO_SIGN),
        // Not for floating values: infinity minus infinity is NaN.
        Rule.canonicalize("sub-same")
            .from(sub(X, X))
            .to(ZERO)
            .accuracy(EXACT)
            .where(Guard.integer("x")),
        Rule.specialize("factor-out-of-difference")
            .from(sub(mul(A, X), mul(A, Y)))
            .to(mul(A, sub(X, Y)))
            .accuracy(REASSOCIATES)
            .where(Guard.floating("a")));
  }
}

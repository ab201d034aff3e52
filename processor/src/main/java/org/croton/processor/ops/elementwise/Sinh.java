package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Cosh.cosh;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Variables.HALF;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** The hyperbolic sine. */
public final class Sinh extends Unary {
  public static final Sinh OP = new Sinh();

  private Sinh() {
    super("sinh", Accepts.FLOATING, Primitive.SINH);
  }

  public static Node sinh(Node x) {
    return OP.of(x);
  }

  public static Pattern sinh(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.sinh(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return cosh(x);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("sinh-of-exponentials")
            .from(mul(sub(exp(X), exp(neg(X))), HALF))
            .to(sinh(X))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

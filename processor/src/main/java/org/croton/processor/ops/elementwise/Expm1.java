package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Ge.ge;
import static org.croton.processor.ops.elementwise.Log1p.log1p;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Pattern.number;
import static org.croton.processor.rule.Variables.NAN;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/**
 * {@code e^x - 1}, exact for small {@code x}. The derivative is {@code exp(x)}, because {@code y +
 * 1} cancels far below 0.
 */
public final class Expm1 extends Unary {
  public static final Expm1 OP = new Expm1();

  private Expm1() {
    super("expm1", Accepts.FLOATING, Primitive.EXPM1);
  }

  public static Node expm1(Node x) {
    return OP.of(x);
  }

  public static Pattern expm1(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.expm1(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return exp(x);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("exp-minus-one")
            .from(add(exp(X), number(-1)))
            .to(expm1(X))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("one-minus-exp")
            .from(sub(ONE, exp(X)))
            .to(neg(expm1(X)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("expm1-log1p")
            .from(expm1(log1p(X)))
            .to(where(ge(X, number(-1)), X, NAN))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

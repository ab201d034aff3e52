package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Ge.ge;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sigmoid.sigmoid;
import static org.croton.processor.ops.elementwise.Softplus.softplus;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Variables.NAN;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code e^x}. */
public final class Exp extends Unary {
  public static final Exp OP = new Exp();

  private Exp() {
    super("exp", Accepts.FLOATING, Primitive.EXP);
  }

  public static Node exp(Node x) {
    return OP.of(x);
  }

  public static Pattern exp(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.exp(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return y;
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("exp-log")
            .from(exp(log(X)))
            .to(where(ge(X, ZERO), X, NAN))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("exp-log-sigmoid")
            .from(exp(neg(softplus(X))))
            .to(sigmoid(neg(X)))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

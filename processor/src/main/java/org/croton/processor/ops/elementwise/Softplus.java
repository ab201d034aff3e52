package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Log1p.log1p;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sigmoid.sigmoid;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code log(1 + e^x)}, without overflow: {@code max(x, 0) + log1p(e^-|x|)}. */
public final class Softplus extends Unary {
  public static final Softplus OP = new Softplus();

  private Softplus() {
    super("softplus", Accepts.FLOATING, Primitive.SOFTPLUS);
  }

  public static Node softplus(Node x) {
    return OP.of(x);
  }

  public static Pattern softplus(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return sigmoid(x);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        // The left sides overflow in exp or underflow in sigmoid.
        Rule.stabilize("log-one-plus-exp")
            .from(log1p(exp(X)))
            .to(softplus(X))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log-sigmoid")
            .from(log(sigmoid(X)))
            .to(neg(softplus(neg(X))))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log-one-minus-sigmoid")
            .from(log1p(neg(sigmoid(X))))
            .to(neg(softplus(X)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("softplus-minus-argument")
            .from(sub(softplus(X), X))
            .to(softplus(neg(X)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("argument-minus-softplus")
            .from(sub(X, softplus(X)))
            .to(neg(softplus(neg(X))))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

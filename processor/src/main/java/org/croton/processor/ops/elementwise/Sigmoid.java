package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.And.and;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Ge.ge;
import static org.croton.processor.ops.elementwise.Le.le;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Pattern.number;
import static org.croton.processor.rule.Variables.HALF;
import static org.croton.processor.rule.Variables.NAN;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.TWO;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code 1 / (1 + e^-x)}, without overflow. */
public final class Sigmoid extends Unary {
  public static final Sigmoid OP = new Sigmoid();

  private Sigmoid() {
    super("sigmoid", Accepts.FLOATING, Primitive.SIGMOID);
  }

  public static Node sigmoid(Node x) {
    return OP.of(x);
  }

  public static Pattern sigmoid(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    double e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return mul(y, sub(like(y, 1), y));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("over-one-plus-exp")
            .from(div(Y, add(exp(X), ONE)))
            .to(mul(Y, sigmoid(neg(X))))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("sigmoid-slope")
            .from(div(exp(X), square(add(exp(X), ONE))))
            .to(mul(sigmoid(X), sigmoid(neg(X))))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("sigmoid-of-tanh")
            .from(mul(add(tanh(X), ONE), HALF))
            .to(sigmoid(mul(X, TWO)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("one-minus-sigmoid")
            .from(sub(ONE, sigmoid(X)))
            .to(sigmoid(neg(X)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("sigmoid-minus-one")
            .from(add(sigmoid(X), number(-1)))
            .to(neg(sigmoid(neg(X))))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("exp-times-sigmoid")
            .from(mul(exp(X), sigmoid(neg(X))))
            .to(sigmoid(X))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("exp-of-minus-times-sigmoid")
            .from(mul(exp(neg(X)), sigmoid(X)))
            .to(sigmoid(neg(X)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("odds")
            .from(div(sigmoid(X), sigmoid(neg(X))))
            .to(exp(X))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("inverse-odds")
            .from(div(sigmoid(neg(X)), sigmoid(X)))
            .to(exp(neg(X)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("sigmoid-of-logit")
            .from(sigmoid(log(div(X, sub(ONE, X)))))
            .to(where(and(ge(X, ZERO), le(X, ONE)), X, NAN))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Expm1.expm1;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sqrt.sqrt;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Pattern.made;
import static org.croton.processor.rule.Pattern.number;
import static org.croton.processor.rule.Variables.HALF;
import static org.croton.processor.rule.Variables.TWO;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.ops.NonNegative;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** The natural logarithm; -infinity at 0, NaN below. */
public final class Log extends Unary {
  public static final Log OP = new Log();

  private Log() {
    super("log", Accepts.FLOATING, Primitive.LOG);
  }

  public static Node log(Node x) {
    return OP.of(x);
  }

  public static Pattern log(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.log(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1), x);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("log-exp").from(log(exp(X))).to(X).accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log-sqrt")
            .from(log(sqrt(X)))
            .to(mul(log(X), HALF))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log-square")
            .from(log(square(X)))
            .to(mul(log(abs(X)), TWO))
            .accuracy(CLOSER_TO_TRUTH),
        // A negative y times an exponential that is 0 has a logarithm, of -0.
        Rule.stabilize("log-scaled-exp")
            .from(log(mul(exp(X), Y)))
            .to(add(X, log(Y)))
            .accuracy(CLOSER_TO_TRUTH)
            .where(NonNegative.guard("y")),
        Rule.stabilize("log-exp-over")
            .from(log(div(exp(X), Y)))
            .to(sub(X, log(Y)))
            .accuracy(CLOSER_TO_TRUTH)
            .where(NonNegative.guard("y")),
        Rule.stabilize("log-sum-of-two-exp")
            .from(log(add(X, Y)))
            .to(made("logaddexp of the terms' logarithms", SumOfExponentials::logarithm))
            .accuracy(CLOSER_TO_TRUTH)
            .where(SumOfExponentials.EVERY_TERM),
        Rule.stabilize("log-difference-of-exp")
            .from(log(sub(exp(X), exp(Y))))
            .to(
                where(
                    eq(Y, number(Double.NEGATIVE_INFINITY)),
                    X,
                    add(X, LogForms.log1mexp(sub(Y, X)))))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log-expm1")
            .from(log(expm1(X)))
            .to(LogForms.logExpm1(X))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log-one-minus-exp")
            .from(log(neg(expm1(X))))
            .to(LogForms.log1mexp(X))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

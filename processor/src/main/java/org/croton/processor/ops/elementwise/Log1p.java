package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Expm1.expm1;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code log(1 + x)}, exact for small {@code x}. */
public final class Log1p extends Unary {
  public static final Log1p OP = new Log1p();

  private Log1p() {
    super("log1p", Accepts.FLOATING, Primitive.LOG1P);
  }

  public static Node log1p(Node x) {
    return OP.of(x);
  }

  public static Pattern log1p(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.log1p(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 1), add(like(y, 1), x));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("log-one-plus")
            .from(log(add(X, ONE)))
            .to(log1p(X))
            .accuracy(CLOSER_TO_TRUTH)
            .where(Guard.not(SumOfExponentials.EVERY_TERM)),
        Rule.stabilize("log-one-minus")
            .from(log(sub(ONE, X)))
            .to(log1p(neg(X)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log1p-expm1").from(log1p(expm1(X))).to(X).accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("log1p-minus-exp")
            .from(log1p(neg(exp(X))))
            .to(LogForms.log1mexp(X))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

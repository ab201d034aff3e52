package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** The hyperbolic tangent. */
public final class Tanh extends Unary {
  public static final Tanh OP = new Tanh();

  private Tanh() {
    super("tanh", Accepts.FLOATING, Primitive.TANH);
  }

  public static Node tanh(Node x) {
    return OP.of(x);
  }

  public static Pattern tanh(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.tanh(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return sub(like(y, 1), square(y));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("tanh-of-exponentials")
            .from(div(sub(exp(X), exp(neg(X))), add(exp(X), exp(neg(X)))))
            .to(tanh(X))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

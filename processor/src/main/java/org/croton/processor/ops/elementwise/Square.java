package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Ge.ge;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sqrt.sqrt;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.NAN;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code x * x}. */
public final class Square extends Unary {
  public static final Square OP = new Square();

  private Square() {
    super("square", Accepts.NUMBERS);
  }

  public static Node square(Node x) {
    return OP.of(x);
  }

  public static Pattern square(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return x * x;
  }

  @Override
  protected long evaluate(long x) {
    return x * x;
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return mul(like(y, 2), x);
  }

  @Override
  protected Scalar lower(Scalar x) {
    return Scalar.mul(x, x);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("square-negated").from(square(neg(X))).to(square(X)).accuracy(EXACT),
        Rule.canonicalize("square-abs").from(square(abs(X))).to(square(X)).accuracy(EXACT),
        Rule.stabilize("square-sqrt")
            .from(square(sqrt(X)))
            .to(where(ge(X, ZERO), X, NAN))
            .accuracy(CLOSER_TO_TRUTH));
  }
}

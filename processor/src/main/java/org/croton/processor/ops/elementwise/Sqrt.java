package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** The square root; NaN below 0. The derivative at 0 is infinite. */
public final class Sqrt extends Unary {
  public static final Sqrt OP = new Sqrt();

  private Sqrt() {
    super("sqrt", Accepts.FLOATING, Primitive.SQRT);
  }

  public static Node sqrt(Node x) {
    return OP.of(x);
  }

  public static Pattern sqrt(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return Math.sqrt(x);
  }

  @Override
  protected Node derivative(Node x, Node y) {
    return div(like(y, 0.5), y);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.stabilize("sqrt-square").from(sqrt(square(X))).to(abs(X)).accuracy(CLOSER_TO_TRUTH));
  }
}

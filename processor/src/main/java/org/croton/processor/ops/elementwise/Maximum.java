package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Ge.ge;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/**
 * The larger of {@code x} and {@code y}; NaN if one is NaN. The derivative goes to the argument
 * that is chosen, half to each at a tie, and nowhere at NaN.
 */
public final class Maximum extends Choice {
  public static final Maximum OP = new Maximum();

  private Maximum() {
    super("maximum", Accepts.ALL);
  }

  public static Node maximum(Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, y));
  }

  public static Pattern maximum(Pattern x, Pattern y) {
    return Pattern.call(OP, x, y);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return Math.max(x[0], x[1]);
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return Math.max(x[0], x[1]);
  }

  @Override
  Node share(int argument, List<Node> x, Node flow) {
    Node own = x.get(argument);
    Node other = x.get(1 - argument);
    // Two comparisons, for both arguments: a loop's reverse may have to save them.
    Node first = ge(own, other);
    Node second = ge(other, own);
    Node chosen = where(second, mul(flow, like(flow, 0.5)), flow);
    return where(first, chosen, like(flow, 0));
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(Primitive.MAXIMUM, x.get(0), x.get(1));
  }

  @Override
  public List<Rule> rules() {
    return List.of(Rule.canonicalize("maximum-same").from(maximum(X, X)).to(X).accuracy(EXACT));
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

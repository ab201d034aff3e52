package org.croton.processor.ops.elementwise;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Logic;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** Both are true. */
public final class And extends Logic {
  public static final And OP = new And();

  private And() {
    super("and", Primitive.AND);
  }

  public static Node and(Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, y));
  }

  public static Pattern and(Pattern x, Pattern y) {
    return Pattern.call(OP, x, y);
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] & x[1];
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("and-true")
            .from(and(X, ONE))
            .to(X)
            .accuracy(EXACT)
            .where(Guard.truth("x")),
        Rule.canonicalize("and-false")
            .from(and(X, ZERO))
            .to(ZERO)
            .accuracy(EXACT)
            .where(Guard.truth("x")),
        Rule.canonicalize("and-same").from(and(X, X)).to(X).accuracy(EXACT));
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

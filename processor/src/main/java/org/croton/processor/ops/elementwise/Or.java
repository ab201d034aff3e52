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

/** One at least is true. */
public final class Or extends Logic {
  public static final Or OP = new Or();

  private Or() {
    super("or", Primitive.OR);
  }

  public static Node or(Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, y));
  }

  public static Pattern or(Pattern x, Pattern y) {
    return Pattern.call(OP, x, y);
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] | x[1];
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("or-true")
            .from(or(X, ONE))
            .to(ONE)
            .accuracy(EXACT)
            .where(Guard.truth("x")),
        Rule.canonicalize("or-false").from(or(X, ZERO)).to(X).accuracy(EXACT),
        Rule.canonicalize("or-same").from(or(X, X)).to(X).accuracy(EXACT));
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Logic;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** The opposite truth value. */
public final class Not extends Logic {
  public static final Not OP = new Not();

  private Not() {
    super("not", Primitive.NOT);
  }

  public static Node not(Node x) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x));
  }

  public static Pattern not(Pattern x) {
    return Pattern.call(OP, x);
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] ^ 1;
  }

  @Override
  public List<Rule> rules() {
    return List.of(Rule.canonicalize("not-not").from(not(not(X))).to(X).accuracy(EXACT));
  }
}

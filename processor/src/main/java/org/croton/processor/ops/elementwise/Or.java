package org.croton.processor.ops.elementwise;

import java.util.List;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Logic;
import org.croton.processor.rule.Pattern;

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
}

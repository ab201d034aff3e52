package org.croton.processor.ops.elementwise;

import java.util.List;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Logic;
import org.croton.processor.rule.Pattern;

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
}

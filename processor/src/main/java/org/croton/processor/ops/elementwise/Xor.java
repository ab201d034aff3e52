package org.croton.processor.ops.elementwise;

import java.util.List;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Logic;
import org.croton.processor.rule.Pattern;

/** One is true, not both. */
public final class Xor extends Logic {
  public static final Xor OP = new Xor();

  private Xor() {
    super("xor", Primitive.XOR);
  }

  public static Node xor(Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, y));
  }

  public static Pattern xor(Pattern x, Pattern y) {
    return Pattern.call(OP, x, y);
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] ^ x[1];
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

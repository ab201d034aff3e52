package org.croton.processor.ops.elementwise;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Arithmetic;
import org.jspecify.annotations.Nullable;

/** The bits in which the two differ. */
public final class BitXor extends Arithmetic {
  public static final BitXor OP = new BitXor();

  private BitXor() {
    super("bitXor", Accepts.INTEGERS);
  }

  public static Node bitXor(Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, y));
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] ^ x[1];
  }

  @Override
  protected @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return null;
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(Primitive.XOR, x.toArray(new Scalar[0]));
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}

package org.croton.processor.ops.elementwise;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Arithmetic;
import org.croton.processor.rule.Pattern;

/** {@code x * y}. */
public final class Mul extends Arithmetic {
  public static final Mul OP = new Mul();

  private Mul() {
    super("mul", Accepts.NUMBERS);
  }

  public static Node mul(Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, y));
  }

  public static Pattern mul(Pattern x, Pattern y) {
    return Pattern.call(OP, x, y);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return x[0] * x[1];
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] * x[1];
  }

  @Override
  protected Node derivative(int argument, List<Node> x, Node y) {
    return x.get(1 - argument);
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(Primitive.MUL, x.get(0), x.get(1));
  }
}

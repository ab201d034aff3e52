package org.croton.processor.ops.elementwise;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Arithmetic;
import org.croton.processor.rule.Pattern;

/** {@code e^x}. */
public final class Exp extends Arithmetic {
  public static final Exp OP = new Exp();

  private Exp() {
    super("exp", Accepts.FLOATING);
  }

  public static Node exp(Node x) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x));
  }

  public static Pattern exp(Pattern x) {
    return Pattern.call(OP, x);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return Math.exp(x[0]);
  }

  @Override
  protected Node derivative(int argument, List<Node> x, Node y) {
    return y;
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(Primitive.EXP, x.get(0));
  }
}

package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Where.where;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;

/** {@code max(x, 0)}; NaN stays NaN. The derivative at 0 is 0. */
public final class Relu extends Choice {
  public static final Relu OP = new Relu();

  private Relu() {
    super("relu", Accepts.NUMBERS);
  }

  public static Node relu(Node x) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x));
  }

  public static Pattern relu(Pattern x) {
    return Pattern.call(OP, x);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return Math.max(x[0], 0);
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return Math.max(x[0], 0);
  }

  @Override
  Node share(int argument, List<Node> x, Node flow) {
    return where(gt(x.get(0), like(x.get(0), 0)), flow, like(flow, 0));
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(Primitive.MAXIMUM, x.get(0), Scalar.real(result, 0));
  }
}

package org.croton.processor.ops.elementwise;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * {@code x} where the condition holds, {@code y} elsewhere. Cotangents are masked, not multiplied:
 * the side that is not chosen gets 0 even if its derivative is infinite.
 */
public final class Where extends Choice {
  public static final Where OP = new Where();

  private Where() {
    super("where", Accepts.ALL);
  }

  public static Node where(Node condition, Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(condition, x, y));
  }

  public static Pattern where(Pattern condition, Pattern x, Pattern y) {
    return Pattern.call(OP, condition, x, y);
  }

  @Override
  protected DType resultDtype(List<DType> arguments, Attrs attrs) {
    if (arguments.get(0) != DType.BOOL) {
      throw new TypeMismatch(
          "dtype-unsupported", "the condition of where is BOOL, not " + arguments.get(0));
    }
    return super.resultDtype(arguments.subList(1, 3), attrs);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return x[0] != 0 ? x[1] : x[2];
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] != 0 ? x[1] : x[2];
  }

  @Override
  @Nullable Node share(int argument, List<Node> x, Node flow) {
    Node nothing = like(flow, 0);
    switch (argument) {
      case 1:
        return where(x.get(0), flow, nothing);
      case 2:
        return where(x.get(0), nothing, flow);
      default:
        return null;
    }
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.select(x.get(0), x.get(1), x.get(2));
  }
}

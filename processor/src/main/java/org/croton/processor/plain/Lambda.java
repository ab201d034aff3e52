package org.croton.processor.plain;

import java.util.List;
import java.util.Locale;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Elementwise;

/**
 * A user's lambda applied to each element. Its derivative is numeric. Exists in plain runs only.
 */
final class Lambda extends Elementwise {
  static final Lambda OP = new Lambda();

  /** The lambda, and the dtype of its results. */
  record Body(ScalarFunction function, DType result) implements Attrs {
    @Override
    public String toString() {
      return "result=" + result.name().toLowerCase(Locale.ROOT);
    }
  }

  private Lambda() {
    super("lambda");
  }

  static Node of(Body body, List<Node> x) {
    return x.get(0).builder().apply(OP, body, x);
  }

  @Override
  protected DType resultDtype(List<DType> arguments, Attrs attrs) {
    return ((Body) attrs).result();
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return ((Body) attrs).function().apply(x).doubleValue();
  }

  @Override
  protected long evaluateToInteger(double[] x, Attrs attrs) {
    return ((Body) attrs).function().apply(x).longValue();
  }

  @Override
  protected Node derivative(int argument, List<Node> x, Node y) {
    Body body = ((org.croton.processor.ir.Apply) y).attrs(Body.class);
    return of(new Body(body.function().derivative(argument), body.result()), x);
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    throw new IllegalStateException("a lambda is compiled by what it says, not as a call");
  }
}

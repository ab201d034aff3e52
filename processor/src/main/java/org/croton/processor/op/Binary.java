package org.croton.processor.op;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/** Elementwise functions of two arguments of one dtype, which the result has too. */
public abstract class Binary extends Arithmetic {
  private final Primitive primitive;

  protected Binary(String name, Accepts accepts, Primitive primitive) {
    super(name, accepts);
    this.primitive = primitive;
  }

  /** The function applied to {@code x} and {@code y}. */
  public final Node of(Node x, Node y) {
    return x.builder().apply(this, Attrs.NONE, List.of(x, y));
  }

  /** The function in a rule. */
  public final Pattern of(Pattern x, Pattern y) {
    return Pattern.call(this, x, y);
  }

  /** Meaning on floating elements. */
  protected abstract double evaluate(double x, double y);

  /** Meaning on integer elements. */
  protected long evaluate(long x, long y) {
    throw new IllegalStateException(name() + " has no integer meaning");
  }

  /** Partial derivative with respect to {@code x}, where {@code r} is the result; null is zero. */
  protected abstract @Nullable Node derivativeX(Node x, Node y, Node r);

  /** Partial derivative with respect to {@code y}, where {@code r} is the result; null is zero. */
  protected abstract @Nullable Node derivativeY(Node x, Node y, Node r);

  @Override
  protected final double evaluate(double[] x, Attrs attrs) {
    return evaluate(x[0], x[1]);
  }

  @Override
  protected final long evaluate(long[] x, Attrs attrs) {
    return evaluate(x[0], x[1]);
  }

  @Override
  protected final @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return argument == 0 ? derivativeX(x.get(0), x.get(1), y) : derivativeY(x.get(0), x.get(1), y);
  }

  @Override
  protected final Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(primitive, x.get(0), x.get(1));
  }
}

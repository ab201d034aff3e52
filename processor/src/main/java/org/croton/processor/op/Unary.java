package org.croton.processor.op;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/** Elementwise functions of one argument that keep its dtype. */
public abstract class Unary extends Arithmetic {
  private final @Nullable Primitive primitive;

  /** A function that is one primitive. */
  protected Unary(String name, Accepts accepts, Primitive primitive) {
    super(name, accepts);
    this.primitive = primitive;
  }

  /** A function that overrides {@link #lower(Scalar)}. */
  protected Unary(String name, Accepts accepts) {
    super(name, accepts);
    this.primitive = null;
  }

  /** The function applied to {@code x}. */
  public final Node of(Node x) {
    return x.builder().apply(this, Attrs.NONE, List.of(x));
  }

  /** The function in a rule. */
  public final Pattern of(Pattern x) {
    return Pattern.call(this, x);
  }

  /** Meaning on a floating element. */
  protected abstract double evaluate(double x);

  /** Meaning on an integer element. */
  protected long evaluate(long x) {
    throw new IllegalStateException(name() + " has no integer meaning");
  }

  /** Derivative at {@code x}, where {@code y} is the function's value; null is zero. */
  protected abstract @Nullable Node derivative(Node x, Node y);

  /** The expression of one element. */
  protected Scalar lower(Scalar x) {
    if (primitive == null) {
      throw new IllegalStateException(name() + " has neither a primitive nor a lowering");
    }
    return Scalar.of(primitive, x);
  }

  @Override
  protected final double evaluate(double[] x, Attrs attrs) {
    return evaluate(x[0]);
  }

  @Override
  protected final long evaluate(long[] x, Attrs attrs) {
    return evaluate(x[0]);
  }

  @Override
  protected final @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return derivative(x.get(0), y);
  }

  @Override
  protected final Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return lower(x.get(0));
  }
}

package org.croton.processor.op;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * Elementwise comparisons of two arguments of one dtype; the result is BOOL and has no derivative.
 * All are false where an operand is NaN, except {@code ne}.
 */
public abstract class Comparison extends Elementwise {
  private final Primitive primitive;

  protected Comparison(String name, Primitive primitive) {
    super(name);
    this.primitive = primitive;
  }

  /** The comparison of {@code x} with {@code y}. */
  public final Node of(Node x, Node y) {
    return x.builder().apply(this, Attrs.NONE, List.of(x, y));
  }

  /** The comparison in a rule. */
  public final Pattern of(Pattern x, Pattern y) {
    return Pattern.call(this, x, y);
  }

  /** Meaning on floating elements. */
  protected abstract boolean compare(double x, double y);

  /** Meaning on integer and boolean elements. */
  protected abstract boolean compare(long x, long y);

  @Override
  protected final DType resultDtype(List<DType> arguments, Attrs attrs) {
    if (arguments.get(0) != arguments.get(1)) {
      throw new TypeMismatch(
          "dtype-mismatch",
          name()
              + " needs operands of one dtype: "
              + arguments.get(0)
              + " and "
              + arguments.get(1));
    }
    return DType.BOOL;
  }

  @Override
  protected final long evaluate(long[] x, Attrs attrs) {
    return compare(x[0], x[1]) ? 1 : 0;
  }

  @Override
  protected final long evaluateToInteger(double[] x, Attrs attrs) {
    return compare(x[0], x[1]) ? 1 : 0;
  }

  @Override
  protected final @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return null;
  }

  @Override
  protected final Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(primitive, x.get(0), x.get(1));
  }
}

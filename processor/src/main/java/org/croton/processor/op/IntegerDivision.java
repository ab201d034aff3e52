package org.croton.processor.op;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * Divisions of integers. The third argument is the path condition, BOOL: where it is false nothing
 * is divided and the result is 0; where it is true a divisor of 0 fails at run time, as in Java.
 */
public abstract class IntegerDivision extends Elementwise {
  private final Primitive primitive;

  protected IntegerDivision(String name, Primitive primitive) {
    super(name);
    this.primitive = primitive;
  }

  /** {@code x} divided by {@code y} wherever {@code guard} holds. */
  public final Node of(Node x, Node y, Node guard) {
    return x.builder().apply(this, Attrs.NONE, List.of(x, y, guard));
  }

  /** {@code x} divided by {@code y} everywhere. */
  public final Node of(Node x, Node y) {
    return of(x, y, x.builder().constant(DType.BOOL, 1L));
  }

  /** Meaning for a divisor that is not 0. */
  protected abstract long evaluate(long x, long y);

  @Override
  protected final DType resultDtype(List<DType> arguments, Attrs attrs) {
    DType dtype = arguments.get(0);
    if (dtype != arguments.get(1) || arguments.get(2) != DType.BOOL) {
      throw new TypeMismatch(
          "dtype-mismatch", name() + " needs operands of one dtype: " + arguments.subList(0, 2));
    }
    if (!dtype.isInteger()) {
      throw new TypeMismatch("dtype-unsupported", name() + " is not defined for " + dtype);
    }
    return dtype;
  }

  @Override
  protected final long evaluate(long[] x, Attrs attrs) {
    if (x[2] == 0) {
      return 0;
    }
    if (x[1] == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return evaluate(x[0], x[1]);
  }

  @Override
  protected final @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return null;
  }

  @Override
  protected final Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    if (alwaysTrue(x.get(2))) {
      return Scalar.of(primitive, x.get(0), x.get(1));
    }
    // Both sides of a select may be evaluated, so the division itself needs a harmless divisor.
    Scalar divisor = Scalar.select(x.get(2), x.get(1), Scalar.real(result, 1));
    Scalar quotient = Scalar.of(primitive, x.get(0), divisor);
    return Scalar.select(x.get(2), quotient, Scalar.real(result, 0));
  }

  private static boolean alwaysTrue(Scalar guard) {
    return guard instanceof Scalar.Immediate && ((Scalar.Immediate) guard).value().integer(0) != 0;
  }

  @Override
  protected final List<Check> checks(Apply apply, List<Scalar> x, Lowering lowering) {
    if (apply.argument(1) instanceof Constant
        && ((Constant) apply.argument(1)).value().integer(0) != 0) {
      return List.of();
    }
    Scalar zero = Scalar.real(x.get(1).dtype(), 0);
    Scalar nonZero = Scalar.of(Primitive.NE, x.get(1), zero);
    Scalar skipped = Scalar.of(Primitive.NOT, x.get(2));
    Scalar possible = alwaysTrue(x.get(2)) ? nonZero : Scalar.of(Primitive.OR, skipped, nonZero);
    Scalar dividend = Scalar.cast(DType.I64, x.get(0));
    return List.of(new Check(possible, lowering.site(), List.of(dividend)));
  }
}

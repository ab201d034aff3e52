package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Cast.cast;

import java.util.Locale;
import org.croton.DType;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.movement.Size;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TypeMismatch;

/** An argument of an elementwise function: a tensor, or a number that takes the tensors' dtype. */
sealed interface Operand {
  /** The dtype it has by itself. */
  DType dtype();

  boolean isWeak();

  /** With the dtype it has by itself. */
  Node value();

  /** In the dtype of the operation. Throws {@code lossy-literal} for a literal that it lacks. */
  Node as(DType dtype);

  static Operand of(Call call, Object arg) {
    GraphBuilder builder = call.builder();
    if (arg instanceof Node) {
      return new Value((Node) arg, false);
    }
    if (arg instanceof Weak) {
      return new Value(((Weak) arg).value(), true);
    }
    if (arg instanceof Dim) {
      Dim dim = (Dim) arg;
      return dim.isConstant()
          ? new Number(builder, Literal.scalar(DType.I64, dim.constant()))
          : new Value(Size.size(builder, dim), true);
    }
    return new Number(builder, literal(call, arg));
  }

  private static Literal literal(Call call, Object arg) {
    if (arg instanceof Double) {
      return Literal.scalar(DType.F64, (double) (Double) arg);
    }
    if (arg instanceof Float) {
      return Literal.scalar(DType.F32, (double) (Float) arg);
    }
    if (arg instanceof Long) {
      return Literal.scalar(DType.I64, (long) (Long) arg);
    }
    if (arg instanceof Integer || arg instanceof Short || arg instanceof Byte) {
      return Literal.scalar(DType.I32, ((java.lang.Number) arg).longValue());
    }
    if (arg instanceof Character) {
      return Literal.scalar(DType.I32, (long) (Character) arg);
    }
    if (arg instanceof Boolean) {
      return Literal.scalar(DType.BOOL, (Boolean) arg ? 1L : 0L);
    }
    throw new TypeMismatch(
        "not-a-tensor", call.name() + " needs a tensor or a number here, not " + Call.show(arg));
  }

  /** A value of run time, weak if it is a Java primitive. */
  record Value(Node value, boolean isWeak) implements Operand {
    @Override
    public DType dtype() {
      return value.tensor().dtype();
    }

    @Override
    public Node as(DType dtype) {
      return cast(value, dtype);
    }
  }

  /** A literal. */
  record Number(GraphBuilder builder, Literal literal) implements Operand {
    @Override
    public DType dtype() {
      return literal.dtype();
    }

    @Override
    public boolean isWeak() {
      return true;
    }

    @Override
    public Node value() {
      return builder.constant(literal);
    }

    @Override
    public Node as(DType dtype) {
      if (dtype.isFloating()) {
        double real = literal.real(0);
        Literal rounded = Literal.scalar(dtype, real);
        if (Double.isInfinite(rounded.real(0)) && !Double.isInfinite(real)) {
          throw lossy(dtype);
        }
        return builder.constant(rounded);
      }
      Literal whole = Literal.scalar(dtype, literal.integer(0));
      if (literal.dtype().isFloating() || whole.integer(0) != literal.integer(0)) {
        throw lossy(dtype);
      }
      return builder.constant(whole);
    }

    private TypeMismatch lossy(DType dtype) {
      String name = dtype.name().toLowerCase(Locale.ROOT);
      return new TypeMismatch(
          "lossy-literal", "the literal " + literal + " is no value of " + name + "; cast first");
    }
  }
}

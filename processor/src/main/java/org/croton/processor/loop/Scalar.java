package org.croton.processor.loop;

import java.util.Arrays;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.type.Dim;

/** A scalar expression, evaluated once per iteration of the loops around it. */
public sealed interface Scalar {
  DType dtype();

  /** A value known at build time. */
  record Immediate(Literal value) implements Scalar {
    @Override
    public DType dtype() {
      return value.dtype();
    }
  }

  /** The current index of an axis, I64. */
  record Position(Axis axis) implements Scalar {
    @Override
    public DType dtype() {
      return DType.I64;
    }
  }

  /** A size, I64. */
  record Extent(Dim dim) implements Scalar {
    @Override
    public DType dtype() {
      return DType.I64;
    }
  }

  /** An element of a buffer; one I64 index per axis of the buffer, in bounds. */
  record Read(Buffer buffer, List<Scalar> at) implements Scalar {
    public Read {
      at = List.copyOf(at);
      if (at.size() != buffer.rank()) {
        throw new IllegalArgumentException(buffer + " has rank " + buffer.rank() + ": " + at);
      }
    }

    @Override
    public DType dtype() {
      return buffer.dtype();
    }
  }

  /** A primitive of operands that all have the dtype it works in. */
  record Compute(Primitive primitive, DType dtype, List<Scalar> operands) implements Scalar {
    public Compute {
      operands = List.copyOf(operands);
      if (operands.size() != primitive.arity()) {
        throw new IllegalArgumentException(primitive + " " + operands);
      }
    }
  }

  static Scalar real(DType dtype, double value) {
    return new Immediate(Literal.scalar(dtype, value));
  }

  static Scalar whole(long value) {
    return new Immediate(Literal.scalar(DType.I64, value));
  }

  static Scalar extent(Dim dim) {
    return dim.isConstant() ? whole(dim.constant()) : new Extent(dim);
  }

  static Scalar at(Axis axis) {
    return new Position(axis);
  }

  /** A primitive whose result has the dtype of its last operand, or BOOL for a predicate. */
  static Scalar of(Primitive primitive, Scalar... operands) {
    DType dtype = primitive.isPredicate() ? DType.BOOL : operands[operands.length - 1].dtype();
    return new Compute(primitive, dtype, Arrays.asList(operands));
  }

  static Scalar cast(DType dtype, Scalar operand) {
    return operand.dtype() == dtype
        ? operand
        : new Compute(Primitive.CAST, dtype, List.of(operand));
  }

  static Scalar add(Scalar a, Scalar b) {
    return of(Primitive.ADD, a, b);
  }

  static Scalar sub(Scalar a, Scalar b) {
    return of(Primitive.SUB, a, b);
  }

  static Scalar mul(Scalar a, Scalar b) {
    return of(Primitive.MUL, a, b);
  }

  static Scalar select(Scalar condition, Scalar yes, Scalar no) {
    return of(Primitive.SELECT, condition, yes, no);
  }
}

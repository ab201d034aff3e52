package org.croton.processor.frontend.body;

import java.util.List;
import java.util.function.Function;
import org.croton.processor.frontend.signature.Inputs;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.op.SizeAttrs;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.elementwise.Maximum;
import org.croton.processor.ops.elementwise.Minimum;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.ops.movement.Size;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/** Sizes as run-time numbers, and run-time numbers as sizes where a formula is known. */
final class Sizes {
  private final Reading reading;

  Sizes(Reading reading) {
    this.reading = reading;
  }

  /** The size as an I64 scalar. */
  Node node(Dim dim) {
    return Size.size(reading.builder(), dim);
  }

  /** An {@code int} value with a size: a constant if it is one. */
  static Value value(Dim dim) {
    return dim.isConstant() && dim.constant() == (int) dim.constant()
        ? Value.Known.of((int) dim.constant())
        : new Value.Size(dim);
  }

  /**
   * The size that an integer value gives, where it is a formula of {@code int} parameters and other
   * sizes; null where the data decides.
   */
  @Nullable Dim dim(Value value) {
    if (value instanceof Value.Size size) {
      return size.dim();
    }
    if (value instanceof Value.Known known && known.kind().isIntegral()) {
      return Dim.of(((Number) JavaKind.LONG.convert(known.value())).longValue());
    }
    return value instanceof Value.Scalar scalar && scalar.kind().isIntegral()
        ? dim(reading.store.outermost(scalar.node()), reading.inputs.scope()::meaning)
        : null;
  }

  /** As {@link #dim}, and {@code int} parameters in it may be negative: nothing is of that size. */
  @Nullable Dim number(Value value) {
    return value instanceof Value.Scalar scalar && scalar.kind().isIntegral()
        ? dim(reading.store.outermost(scalar.node()), reading.inputs.scope()::number)
        : dim(value);
  }

  /** As {@link #dim}; throws {@link Mistake} where the data decides. */
  Dim required(Value value, String what, Span span) {
    Dim dim = dim(value);
    if (dim == null) {
      throw Mistake.of(
          Code.DIM_UNDETERMINED,
          span,
          what
              + " must be a formula of sizes and int parameters; this number is known only while"
              + " the method runs");
    }
    return dim;
  }

  private @Nullable Dim dim(Node node, Function<String, Dim> names) {
    if (node instanceof Constant constant && constant.value().rank() == 0) {
      return Dim.of(constant.value().integer(0));
    }
    if (!(node instanceof Apply apply)) {
      return ofInput(node, names);
    }
    if (apply.is(Size.OP)) {
      return apply.attrs(SizeAttrs.class).size();
    }
    List<@Nullable Dim> operands =
        apply.arguments().stream().map(argument -> dim(argument, names)).toList();
    return operands.contains(null) ? null : formula(apply.operator(), operands);
  }

  private static @Nullable Dim formula(Operator operator, List<? extends @Nullable Dim> x) {
    Dim a = x.isEmpty() ? null : x.get(0);
    Dim b = x.size() < 2 ? null : x.get(1);
    if (a == null) {
      return null;
    }
    if (operator == Cast.OP) {
      return a;
    }
    if (operator == Neg.OP) {
      return Dim.ZERO.minus(a);
    }
    if (b == null) {
      return null;
    }
    if (operator == Add.OP) {
      return a.plus(b);
    }
    if (operator == Sub.OP) {
      return a.minus(b);
    }
    if (operator == Maximum.OP) {
      return a.max(b);
    }
    if (operator == Minimum.OP) {
      return a.min(b);
    }
    return operator == Mul.OP ? a.times(b) : null;
  }

  /** An {@code int} parameter or field names a size as soon as it is used as one. */
  private @Nullable Dim ofInput(Node node, Function<String, Dim> names) {
    Inputs inputs = reading.inputs;
    for (KernelInput input : inputs.inputs()) {
      boolean whole = input.dress() == Dress.PRIMITIVE && input.path().isEmpty();
      if (input.value() == node && whole && input.type().dtype().isInteger()) {
        return names.apply(input.root());
      }
    }
    return null;
  }
}

package org.croton.processor.frontend.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        ? dim(scalar.node(), reading.inputs.scope()::meaning)
        : null;
  }

  /** As {@link #dim}, and {@code int} parameters in it may be negative: nothing is of that size. */
  @Nullable Dim number(Value value) {
    return value instanceof Value.Scalar scalar && scalar.kind().isIntegral()
        ? dim(scalar.node(), reading.inputs.scope()::number)
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

  /**
   * How far it is from one position to another, where that is a formula although the positions are
   * numbers of the run: 3 from {@code i} to {@code i + 3}. Else null.
   */
  @Nullable Dim distance(Value from, Value to) {
    Map<Node, Long> unknown = new LinkedHashMap<>();
    Dim known = sum(to, 1, unknown);
    Dim start = sum(from, -1, unknown);
    unknown.values().removeIf(factor -> factor == 0);
    return unknown.isEmpty() ? known.plus(start) : null;
  }

  /** The formula's part of a signed number; what is no formula is counted. */
  private Dim sum(Value value, long sign, Map<Node, Long> unknown) {
    return value instanceof Value.Scalar scalar
        ? sum(scalar.node(), sign, unknown)
        : Dim.of(sign).times(Objects.requireNonNull(dim(value)));
  }

  private Dim sum(Node node, long sign, Map<Node, Long> unknown) {
    Dim dim = dim(node, reading.inputs.scope()::meaning);
    if (dim != null) {
      return Dim.of(sign).times(dim);
    }
    if (node instanceof Apply apply && (apply.is(Add.OP) || apply.is(Sub.OP))) {
      long other = apply.is(Add.OP) ? sign : -sign;
      return sum(apply.argument(0), sign, unknown).plus(sum(apply.argument(1), other, unknown));
    }
    unknown.merge(node, sign, Long::sum);
    return Dim.ZERO;
  }

  private @Nullable Dim dim(Node inner, Function<String, Dim> names) {
    Node node = reading.store.outermost(inner);
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

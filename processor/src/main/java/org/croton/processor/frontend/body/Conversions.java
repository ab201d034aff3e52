package org.croton.processor.frontend.body;

import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Java's conversions between types: on assignment, by casts, and into graph nodes. */
final class Conversions {
  private final Reading reading;

  Conversions(Reading reading) {
    this.reading = reading;
  }

  /** The value as a variable of a type holds it; null is {@code var}. Throws {@link Mistake}. */
  Value assign(Value value, @Nullable TypeMirror type, Span span) {
    if (value == Value.Missing.VOID) {
      throw Mistake.of(Code.INCOMPATIBLE_TYPES, span, "void", "a value");
    }
    JavaKind wanted = type == null ? null : primitive(type);
    if (type == null || wanted == null) {
      return value;
    }
    JavaKind kind = ValueTypes.kind(value);
    boolean narrowed = value instanceof Value.Known && kind == JavaKind.INT && wanted.isNarrow();
    if (kind == null || !(wanted.accepts(kind) || narrowed)) {
      throw Mistake.of(
          Code.INCOMPATIBLE_TYPES,
          span,
          reading.source.valueTypes().describe(value),
          reading.source.valueTypes().describe(type));
    }
    return convert(value, wanted);
  }

  /** The primitive kind that a type holds, boxed or not. */
  private @Nullable JavaKind primitive(TypeMirror type) {
    JavaKind kind = JavaKind.of(type.getKind());
    if (kind != null || type.getKind() != TypeKind.DECLARED) {
      return kind;
    }
    try {
      return JavaKind.of(reading.source.language().types().unboxedType(type).getKind());
    } catch (IllegalArgumentException e) {
      return null; // not a box
    }
  }

  /** The primitive type of a box; any other type itself. */
  TypeMirror unboxed(TypeMirror type) {
    JavaKind kind = primitive(type);
    return kind == null ? type : reading.source.language().primitive(kind);
  }

  /** A cast expression. Throws {@link Mistake} if it cannot be compiled. */
  Value cast(Value value, TypeMirror type, Tree tree, Frame frame) {
    JavaKind wanted = primitive(type);
    JavaKind kind = ValueTypes.kind(value);
    if (wanted == null) {
      return value;
    }
    if (kind == null || kind.isNumeric() != wanted.isNumeric()) {
      throw reading.mistake(
          Code.INCOMPATIBLE_TYPES,
          tree,
          frame,
          reading.source.valueTypes().describe(value),
          wanted);
    }
    return convert(value, wanted);
  }

  /** The primitive in another kind, as a cast does it. */
  Value convert(Value value, JavaKind kind) {
    if (value instanceof Value.Known known) {
      return known.as(kind);
    }
    if (value instanceof Value.Size && kind == JavaKind.INT) {
      return value;
    }
    JavaKind from = ValueTypes.kind(value);
    if (kind.isNarrow() && (from == null || !kind.accepts(from))) {
      Shifts shifts = reading.arithmetic.shifts();
      Node number = shifts.narrowed(node(value, from == null ? JavaKind.INT : from));
      return new Value.Scalar(kind, shifts.wrapped(number, kind));
    }
    return new Value.Scalar(kind, node(value, kind));
  }

  /** The primitive as a graph node of the element type that the kind has here. */
  Node node(Value value, JavaKind kind) {
    return node(value, reading.dtype(kind));
  }

  /** The node with the element type that the kind has here. */
  Node cast(Node node, JavaKind kind) {
    return Cast.cast(node, reading.dtype(kind));
  }

  Node node(Value value, DType dtype) {
    if (value instanceof Value.Known known) {
      return reading.builder().constant(literal(known, dtype));
    }
    Node node =
        value instanceof Value.Size size
            ? reading.arithmetic.sizes().node(size.dim())
            : ((Value.Scalar) value).node();
    return node.tensor().dtype() == dtype ? node : Cast.cast(node, dtype);
  }

  private static Literal literal(Value.Known known, DType dtype) {
    if (known.value() instanceof Boolean truth) {
      return Literal.scalar(dtype, truth ? 1L : 0L);
    }
    Number number =
        known.value() instanceof Character c ? Integer.valueOf(c) : (Number) known.value();
    return known.kind().isFloating()
        ? Literal.scalar(dtype, number.doubleValue())
        : Literal.scalar(dtype, number.longValue());
  }
}

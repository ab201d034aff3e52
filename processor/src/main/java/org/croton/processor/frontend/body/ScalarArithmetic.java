package org.croton.processor.frontend.body;

import com.sun.source.tree.Tree;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.And;
import org.croton.processor.ops.elementwise.BitAnd;
import org.croton.processor.ops.elementwise.BitOr;
import org.croton.processor.ops.elementwise.BitXor;
import org.croton.processor.ops.elementwise.Div;
import org.croton.processor.ops.elementwise.Eq;
import org.croton.processor.ops.elementwise.Ge;
import org.croton.processor.ops.elementwise.Gt;
import org.croton.processor.ops.elementwise.Le;
import org.croton.processor.ops.elementwise.Lt;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Ne;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.Not;
import org.croton.processor.ops.elementwise.Or;
import org.croton.processor.ops.elementwise.Quotient;
import org.croton.processor.ops.elementwise.Remainder;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.ops.elementwise.Xor;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/** Java's operators on primitives: computed if the build knows them, graph nodes otherwise. */
final class ScalarArithmetic {
  private final Reading reading;
  private final Sizes sizes;
  private final Shifts shifts;

  ScalarArithmetic(Reading reading) {
    this.reading = reading;
    this.sizes = new Sizes(reading);
    this.shifts = new Shifts(reading);
  }

  Shifts shifts() {
    return shifts;
  }

  Sizes sizes() {
    return sizes;
  }

  /**
   * The result with Java's promotions, or null if the operator has no meaning for these operands.
   * Throws {@link ArithmeticException} for a division of known integers by zero.
   */
  @Nullable Value binary(Tree.Kind operator, Value a, Value b) {
    if (a instanceof Value.Known x && b instanceof Value.Known y) {
      return ConstantArithmetic.binary(operator, x, y);
    }
    JavaKind left = ValueTypes.kind(a);
    JavaKind right = ValueTypes.kind(b);
    if (left == null || right == null || left.isNumeric() != right.isNumeric()) {
      return null;
    }
    if (!left.isNumeric()) {
      return logic(operator, node(a, JavaKind.BOOLEAN), node(b, JavaKind.BOOLEAN));
    }
    Value size = sizes(operator, a, b);
    if (size != null) {
      return size;
    }
    if (Shifts.isShift(operator)) {
      return left.isIntegral() && right.isIntegral()
          ? shifts.shifted(operator, left.promoted(), a, b)
          : null;
    }
    JavaKind kind = JavaKind.promote(left, right);
    Node x = node(a, kind);
    Node y = node(b, kind);
    Node number = number(operator, kind, x, y);
    if (number != null) {
      return new Value.Scalar(kind, number);
    }
    Node truth = comparison(operator, x, y);
    return truth == null ? null : new Value.Scalar(JavaKind.BOOLEAN, truth);
  }

  private Node node(Value value, JavaKind kind) {
    return reading.conversions.node(value, kind);
  }

  private static @Nullable Value logic(Tree.Kind operator, Node a, Node b) {
    Node node =
        switch (operator) {
          case CONDITIONAL_AND, AND -> And.and(a, b);
          case CONDITIONAL_OR, OR -> Or.or(a, b);
          case XOR, NOT_EQUAL_TO -> Xor.xor(a, b);
          case EQUAL_TO -> Not.not(Xor.xor(a, b));
          default -> null;
        };
    return node == null ? null : new Value.Scalar(JavaKind.BOOLEAN, node);
  }

  private @Nullable Node number(Tree.Kind operator, JavaKind kind, Node a, Node b) {
    return switch (operator) {
      case PLUS -> Add.add(a, b);
      case MINUS -> Sub.sub(a, b);
      case MULTIPLY -> Mul.mul(a, b);
      case DIVIDE ->
          kind.isFloating() ? Div.div(a, b) : Quotient.quotient(a, b, reading.guardNode());
      case AND -> kind.isIntegral() ? BitAnd.bitAnd(a, b) : null;
      case OR -> kind.isIntegral() ? BitOr.bitOr(a, b) : null;
      case XOR -> kind.isIntegral() ? BitXor.bitXor(a, b) : null;
      case REMAINDER -> kind.isFloating() ? null : Remainder.remainder(a, b, reading.guardNode());
      default -> null;
    };
  }

  private static @Nullable Node comparison(Tree.Kind operator, Node a, Node b) {
    return switch (operator) {
      case LESS_THAN -> Lt.lt(a, b);
      case LESS_THAN_EQUAL -> Le.le(a, b);
      case GREATER_THAN -> Gt.gt(a, b);
      case GREATER_THAN_EQUAL -> Ge.ge(a, b);
      case EQUAL_TO -> Eq.eq(a, b);
      case NOT_EQUAL_TO -> Ne.ne(a, b);
      default -> null;
    };
  }

  /** Formulas of sizes stay formulas; null if the operands or the result are none. */
  private static @Nullable Value sizes(Tree.Kind operator, Value a, Value b) {
    Dim x = ofInt(a);
    Dim y = ofInt(b);
    if (x == null || y == null) {
      return null;
    }
    return switch (operator) {
      case PLUS -> Sizes.value(x.plus(y));
      case MINUS -> Sizes.value(x.minus(y));
      case MULTIPLY -> Sizes.value(x.times(y));
      case DIVIDE -> divides(x, y) ? Sizes.value(x.floorDiv(y)) : null;
      case REMAINDER -> divides(x, y) ? Sizes.value(x.mod(y)) : null;
      case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL, EQUAL_TO, NOT_EQUAL_TO ->
          comparison(operator, x.minus(y));
      default -> null;
    };
  }

  private static @Nullable Dim ofInt(Value value) {
    if (value instanceof Value.Size size) {
      return size.dim();
    }
    return value instanceof Value.Known known && known.kind().promoted() == JavaKind.INT
        ? Dim.of(((Number) JavaKind.INT.convert(known.value())).intValue())
        : null;
  }

  /** Whether Java's division, which rounds towards zero, is the one that rounds down. */
  private static boolean divides(Dim x, Dim y) {
    return y.isConstant()
        && y.constant() > 0
        && x.terms().stream().allMatch(term -> term.factor() >= 0);
  }

  private static @Nullable Value comparison(Tree.Kind operator, Dim gap) {
    return gap.isConstant()
        ? ConstantArithmetic.binary(
            operator, new Value.Known(JavaKind.LONG, gap.constant()), Value.Known.of(0))
        : null;
  }

  /** As {@link #binary} for {@code + - ~ !}. */
  @Nullable Value unary(Tree.Kind operator, Value x) {
    if (x instanceof Value.Known known) {
      return ConstantArithmetic.unary(operator, known);
    }
    JavaKind kind = ValueTypes.kind(x);
    if (kind == null) {
      return null;
    }
    if (kind == JavaKind.BOOLEAN) {
      return operator == Tree.Kind.LOGICAL_COMPLEMENT
          ? new Value.Scalar(kind, Not.not(node(x, kind)))
          : null;
    }
    return switch (operator) {
      case UNARY_PLUS -> reading.conversions.convert(x, kind.promoted());
      case UNARY_MINUS ->
          x instanceof Value.Size size
              ? Sizes.value(Dim.ZERO.minus(size.dim()))
              : new Value.Scalar(kind.promoted(), Neg.neg(node(x, kind.promoted())));
      case BITWISE_COMPLEMENT -> // -1 - x in two's complement
          kind.isIntegral() ? binary(Tree.Kind.MINUS, Value.Known.of(-1), x) : null;
      default -> null;
    };
  }
}

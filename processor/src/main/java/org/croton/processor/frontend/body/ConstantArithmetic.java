package org.croton.processor.frontend.body;

import com.sun.source.tree.Tree;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value.Known;
import org.jspecify.annotations.Nullable;

/** Java's operators on primitives that the build knows. */
final class ConstantArithmetic {
  private ConstantArithmetic() {}

  /**
   * The result, with operands promoted as Java does; null for an operator that has no meaning here.
   * Throws {@link ArithmeticException} for a division of integers by zero.
   */
  static @Nullable Known binary(Tree.Kind operator, Known a, Known b) {
    if (a.value() instanceof Boolean x && b.value() instanceof Boolean y) {
      return truth(operator, x, y);
    }
    if (!a.kind().isNumeric() || !b.kind().isNumeric()) {
      return null;
    }
    boolean shift =
        operator == Tree.Kind.LEFT_SHIFT
            || operator == Tree.Kind.RIGHT_SHIFT
            || operator == Tree.Kind.UNSIGNED_RIGHT_SHIFT;
    JavaKind kind = shift ? a.kind().promoted() : JavaKind.promote(a.kind(), b.kind());
    return switch (kind) {
      case INT -> integers(operator, number(a).intValue(), number(b).intValue());
      case LONG -> longs(operator, number(a).longValue(), number(b).longValue());
      case FLOAT -> floats(operator, number(a).floatValue(), number(b).floatValue());
      default -> doubles(operator, number(a).doubleValue(), number(b).doubleValue());
    };
  }

  private static Number number(Known known) {
    return (Number)
        (known.kind() == JavaKind.CHAR ? JavaKind.INT.convert(known.value()) : known.value());
  }

  private static Known of(Object value) {
    return new Known(
        value instanceof Integer
            ? JavaKind.INT
            : value instanceof Long
                ? JavaKind.LONG
                : value instanceof Float
                    ? JavaKind.FLOAT
                    : value instanceof Double ? JavaKind.DOUBLE : JavaKind.BOOLEAN,
        value);
  }

  private static @Nullable Known truth(Tree.Kind operator, boolean a, boolean b) {
    return switch (operator) {
      case CONDITIONAL_AND, AND -> Known.of(a && b);
      case CONDITIONAL_OR, OR -> Known.of(a || b);
      case XOR, NOT_EQUAL_TO -> Known.of(a ^ b);
      case EQUAL_TO -> Known.of(a == b);
      default -> null;
    };
  }

  private static @Nullable Known integers(Tree.Kind operator, int a, int b) {
    return switch (operator) {
      case PLUS -> of(a + b);
      case MINUS -> of(a - b);
      case MULTIPLY -> of(a * b);
      case DIVIDE -> of(a / b);
      case REMAINDER -> of(a % b);
      case LEFT_SHIFT -> of(a << b);
      case RIGHT_SHIFT -> of(a >> b);
      case UNSIGNED_RIGHT_SHIFT -> of(a >>> b);
      case AND -> of(a & b);
      case OR -> of(a | b);
      case XOR -> of(a ^ b);
      default -> comparison(operator, Integer.compare(a, b));
    };
  }

  private static @Nullable Known longs(Tree.Kind operator, long a, long b) {
    return switch (operator) {
      case PLUS -> of(a + b);
      case MINUS -> of(a - b);
      case MULTIPLY -> of(a * b);
      case DIVIDE -> of(a / b);
      case REMAINDER -> of(a % b);
      case LEFT_SHIFT -> of(a << b);
      case RIGHT_SHIFT -> of(a >> b);
      case UNSIGNED_RIGHT_SHIFT -> of(a >>> b);
      case AND -> of(a & b);
      case OR -> of(a | b);
      case XOR -> of(a ^ b);
      default -> comparison(operator, Long.compare(a, b));
    };
  }

  private static @Nullable Known comparison(Tree.Kind operator, int order) {
    return switch (operator) {
      case LESS_THAN -> Known.of(order < 0);
      case LESS_THAN_EQUAL -> Known.of(order <= 0);
      case GREATER_THAN -> Known.of(order > 0);
      case GREATER_THAN_EQUAL -> Known.of(order >= 0);
      case EQUAL_TO -> Known.of(order == 0);
      case NOT_EQUAL_TO -> Known.of(order != 0);
      default -> null;
    };
  }

  private static @Nullable Known floats(Tree.Kind operator, float a, float b) {
    return switch (operator) {
      case PLUS -> of(a + b);
      case MINUS -> of(a - b);
      case MULTIPLY -> of(a * b);
      case DIVIDE -> of(a / b);
      case REMAINDER -> of(a % b);
      default -> floatingComparison(operator, a, b);
    };
  }

  private static @Nullable Known doubles(Tree.Kind operator, double a, double b) {
    return switch (operator) {
      case PLUS -> of(a + b);
      case MINUS -> of(a - b);
      case MULTIPLY -> of(a * b);
      case DIVIDE -> of(a / b);
      case REMAINDER -> of(a % b);
      default -> floatingComparison(operator, a, b);
    };
  }

  private static @Nullable Known floatingComparison(Tree.Kind operator, double a, double b) {
    return switch (operator) {
      case LESS_THAN -> Known.of(a < b);
      case LESS_THAN_EQUAL -> Known.of(a <= b);
      case GREATER_THAN -> Known.of(a > b);
      case GREATER_THAN_EQUAL -> Known.of(a >= b);
      case EQUAL_TO -> Known.of(a == b);
      case NOT_EQUAL_TO -> Known.of(a != b);
      default -> null;
    };
  }

  /** As {@link #binary} for {@code + - ~ !}. */
  static @Nullable Known unary(Tree.Kind operator, Known x) {
    if (x.value() instanceof Boolean truth) {
      return operator == Tree.Kind.LOGICAL_COMPLEMENT ? Known.of(!truth) : null;
    }
    JavaKind kind = x.kind().promoted();
    Known promoted = x.as(kind);
    return switch (operator) {
      case UNARY_PLUS -> promoted;
      case UNARY_MINUS -> negated(promoted);
      case BITWISE_COMPLEMENT -> binary(Tree.Kind.XOR, promoted, Known.of(-1).as(kind));
      default -> null;
    };
  }

  private static Known negated(Known x) {
    return switch (x.kind()) {
      case INT -> of(-(Integer) x.value());
      case LONG -> of(-(Long) x.value());
      case FLOAT -> of(-(Float) x.value());
      default -> of(-(Double) x.value());
    };
  }
}

package org.croton.processor.codegen.c;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Primitive;
import org.jspecify.annotations.Nullable;

/** How C spells types, constants and primitives. */
final class CSpelling {
  private CSpelling() {}

  private static final Map<Primitive, String> INFIX = new EnumMap<>(Primitive.class);

  static {
    INFIX.put(Primitive.ADD, "+");
    INFIX.put(Primitive.SUB, "-");
    INFIX.put(Primitive.MUL, "*");
    INFIX.put(Primitive.DIV, "/");
    INFIX.put(Primitive.LT, "<");
    INFIX.put(Primitive.LE, "<=");
    INFIX.put(Primitive.GT, ">");
    INFIX.put(Primitive.GE, ">=");
    INFIX.put(Primitive.EQ, "==");
    INFIX.put(Primitive.NE, "!=");
    INFIX.put(Primitive.AND, "&");
    INFIX.put(Primitive.OR, "|");
    INFIX.put(Primitive.XOR, "^");
  }

  /** Type of an element in memory. */
  static String memory(DType dtype) {
    switch (dtype) {
      case BOOL:
      case U8:
        return "uint8_t";
      case I32:
        return "int32_t";
      case I64:
        return "int64_t";
      case F32:
        return "float";
      case F64:
        return "double";
    }
    throw new AssertionError(dtype);
  }

  /** Type of a value in a register; truth values are masks there. */
  static String register(DType dtype) {
    return dtype == DType.BOOL ? "_Bool" : memory(dtype);
  }

  static String suffix(DType dtype) {
    return dtype.name().toLowerCase(Locale.ROOT);
  }

  static String constant(Literal value) {
    switch (value.dtype()) {
      case F32:
        return real(value.real(0), "f");
      case F64:
        return real(value.real(0), "");
      case I64:
        return value.integer(0) == Long.MIN_VALUE
            ? "INT64_MIN"
            : "INT64_C(" + value.integer(0) + ")";
      case I32:
        return value.integer(0) == Integer.MIN_VALUE
            ? "INT32_MIN"
            : Long.toString(value.integer(0));
      default:
        return Long.toString(value.integer(0));
    }
  }

  private static String real(double value, String suffix) {
    if (Double.isNaN(value)) {
      return "((" + (suffix.isEmpty() ? "double" : "float") + ")NAN)";
    }
    if (Double.isInfinite(value)) {
      String infinity = suffix.isEmpty() ? "((double)INFINITY)" : "INFINITY";
      return value > 0 ? infinity : "(-" + infinity + ")";
    }
    boolean plain = value == Math.rint(value) && Math.abs(value) < 1e6 && !isNegativeZero(value);
    String text = plain ? Double.toString(value) : Double.toHexString(value);
    return value < 0 || isNegativeZero(value) ? "(" + text + suffix + ")" : text + suffix;
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && 1 / value < 0;
  }

  static @Nullable String infix(Primitive primitive) {
    return INFIX.get(primitive);
  }

  /** The same for a periodic function of arguments within {@link #nearest}. */
  static String near(Primitive primitive, DType dtype) {
    return "cr_" + primitive.name().toLowerCase(Locale.ROOT) + "_near_" + suffix(dtype);
  }

  /** The largest argument of {@link #near}. */
  static String nearest(DType dtype) {
    return "CR_TRIG_NEAR_" + dtype.name();
  }

  /** Name of the function that computes a primitive in a dtype. */
  static String function(Primitive primitive, DType dtype) {
    return "cr_" + primitive.name().toLowerCase(Locale.ROOT) + "_" + suffix(dtype);
  }
}

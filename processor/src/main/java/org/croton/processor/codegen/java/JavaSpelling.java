package org.croton.processor.codegen.java;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Primitive;

/**
 * How kernels in Java spell types, constants and primitives. U8 is an {@code int} from 0 to 255
 * outside memory, BOOL a {@code boolean}.
 */
final class JavaSpelling {
  private static final String OPS = "org.croton.Ops.";
  private static final String KERNEL = "org.croton.runtime.JavaKernel.";
  private static final Map<Primitive, String> INFIX = new EnumMap<>(Primitive.class);
  private static final Map<Primitive, String> DOUBLE = new EnumMap<>(Primitive.class);
  private static final Map<Primitive, String> BOTH = new EnumMap<>(Primitive.class);

  static {
    INFIX.put(Primitive.ADD, "+");
    INFIX.put(Primitive.SUB, "-");
    INFIX.put(Primitive.MUL, "*");
    INFIX.put(Primitive.DIV, "/");
    INFIX.put(Primitive.QUOTIENT, "/");
    INFIX.put(Primitive.REMAINDER, "%");
    INFIX.put(Primitive.AND, "&");
    INFIX.put(Primitive.OR, "|");
    INFIX.put(Primitive.XOR, "^");
    INFIX.put(Primitive.EQ, "==");
    INFIX.put(Primitive.NE, "!=");
    INFIX.put(Primitive.LT, "<");
    INFIX.put(Primitive.LE, "<=");
    INFIX.put(Primitive.GT, ">");
    INFIX.put(Primitive.GE, ">=");
    // These take and give doubles; a float goes through them.
    for (Primitive primitive :
        List.of(
            Primitive.SQRT,
            Primitive.CBRT,
            Primitive.FLOOR,
            Primitive.CEIL,
            Primitive.RINT,
            Primitive.EXP,
            Primitive.LOG,
            Primitive.LOG10,
            Primitive.LOG1P,
            Primitive.EXPM1,
            Primitive.TANH,
            Primitive.SIN,
            Primitive.COS,
            Primitive.TAN,
            Primitive.ASIN,
            Primitive.ACOS,
            Primitive.ATAN,
            Primitive.SINH,
            Primitive.COSH,
            Primitive.POW,
            Primitive.ATAN2,
            Primitive.HYPOT)) {
      DOUBLE.put(primitive, "Math." + primitive.name().toLowerCase(Locale.ROOT));
    }
    DOUBLE.put(Primitive.ERF, KERNEL + "erf");
    DOUBLE.put(Primitive.EXP2, OPS + "exp2");
    DOUBLE.put(Primitive.LOG2, OPS + "log2");
    DOUBLE.put(Primitive.SIGMOID, OPS + "sigmoid");
    DOUBLE.put(Primitive.SOFTPLUS, OPS + "softplus");
    // These have an overload for each type.
    BOTH.put(Primitive.FMA, "Math.fma");
    BOTH.put(Primitive.RAISE, KERNEL + "raise");
    BOTH.put(Primitive.ABS, "Math.abs");
    BOTH.put(Primitive.MAXIMUM, "Math.max");
    BOTH.put(Primitive.MINIMUM, "Math.min");
  }

  private JavaSpelling() {}

  /** Type of a value outside memory. */
  static String type(DType dtype) {
    switch (dtype) {
      case BOOL:
        return "boolean";
      case U8:
      case I32:
        return "int";
      case I64:
        return "long";
      case F32:
        return "float";
      case F64:
        return "double";
    }
    throw new AssertionError(dtype);
  }

  /** Bits that a position shifts by to become an offset. */
  static int shift(DType dtype) {
    return Integer.numberOfTrailingZeros(dtype.bytes());
  }

  static String constant(Literal value) {
    switch (value.dtype()) {
      case BOOL:
        return value.integer(0) != 0 ? "true" : "false";
      case I64:
        return value.integer(0) + "L";
      case F32:
        return real(value.real(0), "Float", Float.toString((float) value.real(0)) + "f");
      case F64:
        return real(value.real(0), "Double", Double.toString(value.real(0)));
      default:
        return Long.toString(value.integer(0));
    }
  }

  private static String real(double value, String type, String text) {
    if (Double.isNaN(value)) {
      return type + ".NaN";
    }
    if (Double.isInfinite(value)) {
      return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  /** A primitive of operands in a dtype, as an expression that needs no more brackets. */
  static String call(Primitive primitive, DType dtype, List<String> x) {
    switch (dtype) {
      case BOOL:
        return truth(primitive, x);
      case F32:
      case F64:
        return floating(primitive, dtype, x);
      case U8:
        return primitive.isPredicate() ? infix(primitive, x) : small(primitive, x);
      default:
        return whole(primitive, dtype, x);
    }
  }

  private static String infix(Primitive primitive, List<String> x) {
    String operator = known(INFIX, primitive, DType.BOOL);
    return "(" + x.get(0) + " " + operator + " " + x.get(1) + ")";
  }

  private static String function(String name, List<String> x) {
    return name + "(" + String.join(", ", x) + ")";
  }

  private static String truth(Primitive primitive, List<String> x) {
    switch (primitive) {
      case NOT:
        return "(!" + x.get(0) + ")";
      case MAXIMUM:
        return "(" + x.get(0) + " | " + x.get(1) + ")";
      case MINIMUM:
        return "(" + x.get(0) + " & " + x.get(1) + ")";
      case LT:
        return "(!" + x.get(0) + " & " + x.get(1) + ")";
      case LE:
        return "(!" + x.get(0) + " | " + x.get(1) + ")";
      case GT:
        return "(" + x.get(0) + " & !" + x.get(1) + ")";
      case GE:
        return "(" + x.get(0) + " | !" + x.get(1) + ")";
      default:
        return infix(primitive, x);
    }
  }

  private static String floating(Primitive primitive, DType dtype, List<String> x) {
    if (INFIX.containsKey(primitive)) {
      return infix(primitive, x);
    }
    switch (primitive) {
      case NEG:
        return "(-" + x.get(0) + ")";
      case SIGN:
        return function("Math.signum", x);
      case FLOOR_DIV:
        return narrowed(dtype, "Math.floor(" + x.get(0) + " / " + x.get(1) + ")");
      case FLOOR_MOD:
        return function(KERNEL + "floorMod", x);
      default:
        return BOTH.containsKey(primitive)
            ? function(known(BOTH, primitive, dtype), x)
            : narrowed(dtype, function(known(DOUBLE, primitive, dtype), x));
    }
  }

  private static String narrowed(DType dtype, String text) {
    return dtype == DType.F32 ? "((float) " + text + ")" : text;
  }

  private static String whole(Primitive primitive, DType dtype, List<String> x) {
    if (INFIX.containsKey(primitive)) {
      return infix(primitive, x);
    }
    switch (primitive) {
      case NEG:
        return "(-" + x.get(0) + ")";
      case NOT:
        return "(~" + x.get(0) + ")";
      case SIGN:
        return dtype == DType.I64
            ? "((long) Long.signum(" + x.get(0) + "))"
            : function("Integer.signum", x);
      case FLOOR_DIV:
        return function("Math.floorDiv", x);
      case FLOOR_MOD:
        return function("Math.floorMod", x);
      default:
        return function(known(BOTH, primitive, dtype), x);
    }
  }

  /** U8 wraps at 256; what cannot leave the range needs no mask. */
  private static String small(Primitive primitive, List<String> x) {
    return "(" + whole(primitive, DType.I32, x) + " & 0xff)";
  }

  private static String known(Map<Primitive, String> table, Primitive primitive, DType dtype) {
    String name = table.get(primitive);
    if (name == null) {
      throw new IllegalStateException("Java has no " + primitive + " of " + dtype);
    }
    return name;
  }

  /** Conversion between dtypes as Java's casts convert. */
  static String cast(String x, DType from, DType to) {
    if (from == to) {
      return x;
    }
    if (to == DType.BOOL) {
      return "(" + x + " != 0)";
    }
    String number = from == DType.BOOL ? "(" + x + " ? 1 : 0)" : x;
    return to == DType.U8 ? "((int) " + number + " & 0xff)" : "((" + type(to) + ") " + number + ")";
  }

  /** Reads an element of memory at an offset in bytes. */
  static String get(String buffer, String offset, DType dtype) {
    String raw = buffer + ".get" + JavaTypes.suffix(dtype) + "(" + offset + ")";
    switch (dtype) {
      case BOOL:
        return "(" + raw + " != 0)";
      case U8:
        return "(" + raw + " & 0xff)";
      default:
        return raw;
    }
  }

  /** A statement that writes an element of memory. */
  static String put(String buffer, String offset, DType dtype, String value) {
    String raw =
        dtype == DType.BOOL
            ? "(byte) (" + value + " ? 1 : 0)"
            : dtype == DType.U8 ? "(byte) " + value : value;
    return buffer + ".put" + JavaTypes.suffix(dtype) + "(" + offset + ", " + raw + ");";
  }
}

package org.croton.processor.frontend.value;

import java.util.Locale;
import javax.lang.model.type.TypeKind;
import org.croton.DType;
import org.jspecify.annotations.Nullable;

/**
 * A primitive type of Java, with its conversions and the element type that holds it in the graph.
 */
public enum JavaKind {
  BOOLEAN(TypeKind.BOOLEAN, DType.BOOL),
  BYTE(TypeKind.BYTE, DType.I32),
  SHORT(TypeKind.SHORT, DType.I32),
  CHAR(TypeKind.CHAR, DType.I32),
  INT(TypeKind.INT, DType.I32),
  LONG(TypeKind.LONG, DType.I64),
  FLOAT(TypeKind.FLOAT, DType.F32),
  DOUBLE(TypeKind.DOUBLE, DType.F64);

  private final TypeKind type;
  private final DType dtype;

  JavaKind(TypeKind type, DType dtype) {
    this.type = type;
    this.dtype = dtype;
  }

  public TypeKind type() {
    return type;
  }

  public DType dtype() {
    return dtype;
  }

  /** The kind of a primitive type, or null for any other type. */
  public static @Nullable JavaKind of(TypeKind type) {
    for (JavaKind kind : values()) {
      if (kind.type == type) {
        return kind;
      }
    }
    return null;
  }

  /** The Java type in which the graph's elements of a dtype are read. */
  public static JavaKind of(DType dtype) {
    return switch (dtype) {
      case BOOL -> BOOLEAN;
      case U8, I32 -> INT;
      case I64 -> LONG;
      case F32 -> FLOAT;
      case F64 -> DOUBLE;
    };
  }

  public boolean isNumeric() {
    return this != BOOLEAN;
  }

  public boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  public boolean isIntegral() {
    return isNumeric() && !isFloating();
  }

  /** True for byte, short and char, which arithmetic promotes to int. */
  public boolean isNarrow() {
    return this == BYTE || this == SHORT || this == CHAR;
  }

  /** Unary numeric promotion. */
  public JavaKind promoted() {
    return isNarrow() ? INT : this;
  }

  /** Binary numeric promotion of two numeric kinds. */
  public static JavaKind promote(JavaKind a, JavaKind b) {
    JavaKind wider = a.promoted().compareTo(b.promoted()) >= 0 ? a : b;
    return wider.promoted();
  }

  /** True if a value of {@code from} converts by identity or widening. */
  public boolean accepts(JavaKind from) {
    if (from == this) {
      return true;
    }
    if (!isNumeric() || !from.isNumeric() || this == CHAR || (isNarrow() && from == CHAR)) {
      return false;
    }
    return from.compareTo(this) <= 0;
  }

  /** The constant converted as a cast does. */
  public Object convert(Object value) {
    if (this == BOOLEAN) {
      return value;
    }
    Number number = value instanceof Character c ? Integer.valueOf(c) : (Number) value;
    boolean floating = number instanceof Float || number instanceof Double;
    return switch (this) {
      case BYTE -> floating ? (byte) number.intValue() : (Object) number.byteValue();
      case SHORT -> floating ? (short) number.intValue() : (Object) number.shortValue();
      case CHAR -> (char) number.intValue();
      case INT -> number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      case BOOLEAN -> throw new AssertionError();
    };
  }

  /** What a fresh array element holds. */
  public Object zero() {
    return this == BOOLEAN ? (Object) false : convert(0);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

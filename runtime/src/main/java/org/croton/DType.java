package org.croton;

/** An element type: its width, its kind, and how it combines with others. */
public enum DType {
  /** Truth values, one byte each: 0 or 1. */
  BOOL(1, Kind.TRUTH, "|b1"),
  /** Unsigned bytes, 0 to 255. */
  U8(1, Kind.INTEGER, "|u1"),
  /** 32-bit two's-complement integers. */
  I32(4, Kind.INTEGER, "<i4"),
  /** 64-bit two's-complement integers. */
  I64(8, Kind.INTEGER, "<i8"),
  /** 32-bit IEEE floating point. */
  F32(4, Kind.FLOATING, "<f4"),
  /** 64-bit IEEE floating point. */
  F64(8, Kind.FLOATING, "<f8");

  private enum Kind {
    TRUTH,
    INTEGER,
    FLOATING
  }

  private final int bytes;
  private final Kind kind;
  private final String descr;

  DType(int bytes, Kind kind, String descr) {
    this.bytes = bytes;
    this.kind = kind;
    this.descr = descr;
  }

  /** The bytes of one element: 1, 4 or 8. */
  public int bytes() {
    return bytes;
  }

  /** Whether this is {@link #F32} or {@link #F64}. */
  public boolean isFloating() {
    return kind == Kind.FLOATING;
  }

  /** Whether this is {@link #U8}, {@link #I32} or {@link #I64}; {@link #BOOL} is no integer. */
  public boolean isInteger() {
    return kind == Kind.INTEGER;
  }

  /** NumPy's array-interface name in little-endian order, for example {@code "<f4"}. */
  public String descr() {
    return descr;
  }

  /**
   * The element type of an operation on two tensors, by NumPy 2's promotion table: the smallest
   * type that holds the values of both, where {@link #I32} or {@link #I64} with {@link #F32} gives
   * {@link #F64}.
   */
  public static DType promote(DType a, DType b) {
    if (a == b || lossless(b, a)) {
      return a;
    }
    return lossless(a, b) ? b : F64;
  }

  /** Whether every value of {@code from} is also a value of {@code to}. */
  public static boolean lossless(DType from, DType to) {
    if (from == to || from == BOOL) {
      return true;
    }
    return switch (from) {
      case U8 -> to != BOOL;
      case I32 -> to == I64 || to == F64;
      case F32 -> to == F64;
      case BOOL, I64, F64 -> false;
    };
  }
}

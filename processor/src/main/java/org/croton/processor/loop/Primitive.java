package org.croton.processor.loop;

import java.util.EnumSet;
import java.util.Set;

/**
 * The functions that scalar expressions are made of. Each target language spells them in one table.
 * Floating semantics are IEEE 754's; {@code MAXIMUM} and {@code MINIMUM} propagate NaN; integer
 * arithmetic wraps; comparisons of NaN are false except {@code NE}.
 */
public enum Primitive {
  ADD(2),
  SUB(2),
  MUL(2),
  /** Floating division. */
  DIV(2),
  /** Integer division that truncates towards zero, as Java's. The divisor is not zero. */
  QUOTIENT(2),
  /** Remainder of {@link #QUOTIENT}. */
  REMAINDER(2),
  /** Integer division that rounds towards negative infinity. The divisor is not zero. */
  FLOOR_DIV(2),
  /** Remainder of {@link #FLOOR_DIV}. */
  FLOOR_MOD(2),
  /** {@code a * b + c} with one rounding where the level has it. */
  FMA(3),
  NEG(1),
  ABS(1),
  SIGN(1),
  SQRT(1),
  CBRT(1),
  FLOOR(1),
  CEIL(1),
  RINT(1),
  EXP(1),
  EXP2(1),
  LOG(1),
  LOG2(1),
  LOG10(1),
  LOG1P(1),
  EXPM1(1),
  SIGMOID(1),
  SOFTPLUS(1),
  TANH(1),
  SIN(1),
  COS(1),
  TAN(1),
  ASIN(1),
  ACOS(1),
  ATAN(1),
  SINH(1),
  COSH(1),
  ERF(1),
  POW(2),
  /** Integer power that wraps; 0 for a negative power of anything but 1 and -1. */
  RAISE(2),
  ATAN2(2),
  HYPOT(2),
  MAXIMUM(2),
  MINIMUM(2),
  LT(2),
  LE(2),
  GT(2),
  GE(2),
  EQ(2),
  NE(2),
  AND(2),
  OR(2),
  XOR(2),
  NOT(1),
  /** {@code condition ? a : b}; both are evaluated unless one reads memory under the condition. */
  SELECT(3),
  /** Conversion to the expression's dtype: floating to integer saturates as in Java, NaN to 0. */
  CAST(1);

  private static final Set<Primitive> FUNCTIONS = EnumSet.range(EXP, HYPOT);

  private final int arity;

  Primitive(int arity) {
    this.arity = arity;
  }

  public int arity() {
    return arity;
  }

  /** True for functions that cost much more than arithmetic unless they run in vector lanes. */
  public boolean isTranscendental() {
    return FUNCTIONS.contains(this);
  }

  /** True for functions that are much cheaper where their argument is near zero. */
  public boolean isPeriodic() {
    return this == SIN || this == COS || this == TAN;
  }

  /** True if the result is BOOL whatever the operands are. */
  public boolean isPredicate() {
    switch (this) {
      case LT:
      case LE:
      case GT:
      case GE:
      case EQ:
      case NE:
        return true;
      default:
        return false;
    }
  }
}

package org.croton.processor.rewrite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A real number to some digits, an infinity, NaN, or what depends on the sign of a zero. Zero has
 * no sign here. Results that need larger exponents than exist throw {@link ArithmeticException}.
 */
final class Real {
  static final Real NAN = new Real("NaN");
  static final Real UNDEFINED = new Real("undefined");
  static final Real INFINITY = new Real("Infinity");
  static final Real MINUS_INFINITY = new Real("-Infinity");

  /** Zero and one know no end of digits: what they are combined with says how many there are. */
  static final Real ZERO = new Real(BigDecimal.ZERO, Integer.MAX_VALUE);

  static final Real ONE = new Real(BigDecimal.ONE, Integer.MAX_VALUE);

  private final @Nullable BigDecimal value;
  private final String special;
  private final int digits;

  private Real(String special) {
    this.value = null;
    this.special = special;
    this.digits = Integer.MAX_VALUE;
  }

  private Real(BigDecimal value, int digits) {
    this.value = value;
    this.special = "";
    this.digits = digits;
  }

  private MathContext context(Real other) {
    int fewer = Math.min(digits, other.digits);
    return new MathContext(fewer == Integer.MAX_VALUE ? 50 : fewer, RoundingMode.HALF_EVEN);
  }

  private Real like(Real other, BigDecimal result) {
    return new Real(result, Math.min(digits, other.digits));
  }

  static Real of(boolean truth) {
    return truth ? ONE : ZERO;
  }

  static Real of(double value, int digits) {
    if (Double.isNaN(value)) {
      return NAN;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? INFINITY : MINUS_INFINITY;
    }
    return new Real(new BigDecimal(value), digits);
  }

  boolean isFinite() {
    return value != null;
  }

  /** Whether the value is known: a number or an infinity. */
  boolean isNumber() {
    return value != null || isInfinite();
  }

  boolean isInfinite() {
    return this == INFINITY || this == MINUS_INFINITY;
  }

  BigDecimal value() {
    if (value == null) {
      throw new IllegalStateException("not finite: " + this);
    }
    return value;
  }

  /** -1, 0 or 1; of numbers only. */
  int sign() {
    return value != null ? value.signum() : this == INFINITY ? 1 : -1;
  }

  private static @Nullable Real unknown(Real x, Real y) {
    if (x == UNDEFINED || y == UNDEFINED) {
      return UNDEFINED;
    }
    return x == NAN || y == NAN ? NAN : null;
  }

  private static Real infinity(int sign) {
    return sign > 0 ? INFINITY : MINUS_INFINITY;
  }

  Real negate() {
    if (value != null) {
      return new Real(value.negate(), digits);
    }
    return isInfinite() ? infinity(-sign()) : this;
  }

  Real plus(Real other) {
    Real unknown = unknown(this, other);
    if (unknown != null) {
      return unknown;
    }
    if (isFinite() && other.isFinite()) {
      return like(other, value().add(other.value(), context(other)));
    }
    if (isInfinite() && other.isInfinite()) {
      return this == other ? this : NAN;
    }
    return isInfinite() ? this : other;
  }

  Real minus(Real other) {
    return plus(other.negate());
  }

  Real times(Real other) {
    Real unknown = unknown(this, other);
    if (unknown != null) {
      return unknown;
    }
    if (isFinite() && other.isFinite()) {
      return like(other, value().multiply(other.value(), context(other)));
    }
    int sign = sign() * other.sign();
    return sign == 0 ? NAN : infinity(sign);
  }

  Real over(Real other) {
    Real unknown = unknown(this, other);
    if (unknown != null) {
      return unknown;
    }
    if (other.isInfinite()) {
      return isInfinite() ? NAN : ZERO;
    }
    if (other.sign() == 0) {
      return sign() == 0 ? NAN : UNDEFINED;
    }
    return isInfinite()
        ? infinity(sign() * other.sign())
        : like(other, value().divide(other.value(), context(other)));
  }

  Real sqrt() {
    if (isFinite()) {
      return sign() < 0 ? NAN : like(this, value().sqrt(context(this)));
    }
    return this == MINUS_INFINITY ? NAN : this;
  }

  Real exp() {
    if (isFinite()) {
      return like(this, new BigFunctions(context(this)).exp(value()));
    }
    return this == MINUS_INFINITY ? ZERO : this;
  }

  Real log() {
    if (isFinite()) {
      return sign() < 0
          ? NAN
          : sign() == 0 ? MINUS_INFINITY : like(this, new BigFunctions(context(this)).log(value()));
    }
    return this == MINUS_INFINITY ? NAN : this;
  }

  /** Comparison of numbers; false is what any comparison with NaN gives. */
  boolean less(Real other) {
    if (!isNumber() || !other.isNumber()) {
      return false;
    }
    if (isFinite() && other.isFinite()) {
      return value().compareTo(other.value()) < 0;
    }
    return this != other && (this == MINUS_INFINITY || other == INFINITY);
  }

  boolean same(Real other) {
    return isNumber() && other.isNumber() && !less(other) && !other.less(this);
  }

  /** The nearest double; NaN if unknown. */
  double toDouble() {
    return value != null
        ? value.doubleValue()
        : isInfinite() ? sign() * Double.POSITIVE_INFINITY : Double.NaN;
  }

  @Override
  public String toString() {
    return value != null ? value.round(new MathContext(25)).toString() : special;
  }
}

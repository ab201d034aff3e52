package org.croton;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * One floating-point number in decimal, with as few digits as tell it apart from its neighbours.
 *
 * <p>The numbers of {@code double} and of {@code float} differ here: 0.1f is "0.1", not the double
 * that it widens to.
 */
final class NumberText {
  private static final int MOST_DIGITS = 17;

  private NumberText() {}

  /** The shortest decimal that rounds to the value; the value is finite. */
  static BigDecimal shortest(double value, boolean isFloat) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      double back = isFloat ? rounded.floatValue() : rounded.doubleValue();
      if (back == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Positional notation with at most so many digits after the point and no trailing zeros. */
  static String positional(double value, boolean isFloat, int digits) {
    BigDecimal decimal = shortest(value, isFloat);
    if (decimal.scale() > digits) {
      decimal = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
    }
    String plain = decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    String sign = isNegative(value) && !plain.startsWith("-") ? "-" : "";
    return sign + plain + (plain.indexOf('.') < 0 ? "." : "");
  }

  /**
   * Scientific notation with at most {@code most} and at least {@code least} digits after the
   * point, and at least so many digits of exponent. Digits that are there only to make up the least
   * are those of the value itself, as NumPy has them.
   */
  static String scientific(double value, boolean isFloat, int least, int most, int exponentDigits) {
    BigDecimal decimal = shortest(value, isFloat);
    int count = Math.max(least, Math.min(most, decimal.precision() - 1)) + 1;
    if (decimal.precision() != count) {
      decimal = new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN));
    }
    decimal = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = decimal.signum() == 0 ? 0 : digits.length() - 1 - decimal.scale();
    String fraction = digits.substring(1);
    return (isNegative(value) ? "-" : "")
        + digits.charAt(0)
        + "."
        + fraction
        + "0".repeat(Math.max(0, least - fraction.length()))
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - Integer.toString(Math.abs(exponent)).length()))
        + Math.abs(exponent);
  }

  /**
   * A number that stands alone: all its digits, with an exponent where it is very large or small.
   */
  static String alone(double value, boolean isFloat) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= (isFloat ? 1e6 : 1e16))) {
      return scientific(value, isFloat, 0, MOST_DIGITS, 2).replace(".e", "e");
    }
    String text = positional(value, isFloat, Integer.MAX_VALUE);
    return text.endsWith(".") ? text + "0" : text;
  }

  /** NaN and the infinities. */
  static String special(double value) {
    return Double.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
  }

  private static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }
}

package org.croton.processor.rewrite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exponential and logarithm to any number of digits, by series. */
final class BigFunctions {
  private static final int MOST_DIGITS = 1000;
  private static final int GUARD_DIGITS = 20;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int HALVINGS = 12;

  private static final BigDecimal LOG_2 = TWO.multiply(inverseTanh(3), most());

  /** log 10 = 3 log 2 + log(10/8), and log(5/4) = 2 artanh(1/9). */
  private static final BigDecimal LOG_10 =
      LOG_2.multiply(BigDecimal.valueOf(3)).add(TWO.multiply(inverseTanh(9), most()), most());

  private final MathContext work;

  /** To the precision of {@code context}, {@value #MOST_DIGITS} digits at most. */
  BigFunctions(MathContext context) {
    this.work = new MathContext(context.getPrecision() + GUARD_DIGITS, RoundingMode.HALF_EVEN);
  }

  private static MathContext most() {
    return new MathContext(MOST_DIGITS + GUARD_DIGITS, RoundingMode.HALF_EVEN);
  }

  /** artanh(1/n). */
  private static BigDecimal inverseTanh(int n) {
    MathContext most = most();
    BigDecimal square = BigDecimal.valueOf((long) n * n);
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), most);
    BigDecimal sum = power;
    for (int k = 3; power.precision() - power.scale() > -most.getPrecision(); k += 2) {
      power = power.divide(square, most);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), most), most);
    }
    return sum;
  }

  /** Throws {@link ArithmeticException} beyond a magnitude of 10^7. */
  BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.valueOf(10_000_000)) > 0) {
      throw new ArithmeticException("exp of " + x);
    }
    MathContext wider = new MathContext(work.getPrecision() + 10, RoundingMode.HALF_EVEN);
    int twos = x.divide(LOG_2, work).setScale(0, RoundingMode.HALF_EVEN).intValueExact();
    BigDecimal rest = x.subtract(LOG_2.multiply(BigDecimal.valueOf(twos), wider), work);
    BigDecimal small = rest.divide(TWO.pow(HALVINGS), work);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; term.signum() != 0 && magnitude(term) > -work.getPrecision() - 5; k++) {
      term = term.multiply(small, work).divide(BigDecimal.valueOf(k), work);
      sum = sum.add(term, work);
    }
    BigDecimal power = sum;
    for (int i = 0; i < HALVINGS; i++) {
      power = power.multiply(power, work);
    }
    BigDecimal scale = TWO.pow(Math.abs(twos), work);
    return twos >= 0 ? power.multiply(scale, work) : power.divide(scale, work);
  }

  private static int magnitude(BigDecimal x) {
    return x.precision() - x.scale();
  }

  /** Of a positive number; Halley's iteration triples the digits each time. */
  BigDecimal log(BigDecimal x) {
    int tens = magnitude(x) - 1;
    BigDecimal mantissa = x.scaleByPowerOfTen(-tens);
    BigDecimal y = new BigDecimal(Math.log(mantissa.doubleValue()));
    for (int digits = 15; digits < work.getPrecision(); digits *= 3) {
      BigDecimal e = exp(y);
      BigDecimal step = mantissa.subtract(e, work).divide(mantissa.add(e, work), work);
      y = y.add(TWO.multiply(step, work), work);
    }
    return y.add(LOG_10.multiply(BigDecimal.valueOf(tens)), work);
  }
}

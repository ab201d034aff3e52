package org.croton.examples;

import static org.croton.Ops.*;

import java.util.Locale;
import org.croton.annotation.*;

/** Prices of options by formula, and their Greeks, which the build derives. */
public final class BlackScholes {
  private BlackScholes() {}

  /** The price of a European call. */
  @Compiled
  @Gradient(wrt = {"spot", "volatility", "rate", "years"})
  public static double call(
      double spot, double strike, double rate, double volatility, double years) {
    double deviation = volatility * sqrt(years);
    double d1 = (log(spot / strike) + (rate + square(volatility) / 2) * years) / deviation;
    return spot * normal(d1) - strike * exp(-rate * years) * normal(d1 - deviation);
  }

  /** How fast delta changes with the price: the second derivative, by the derivative of one. */
  @Compiled
  public static double gamma(
      double spot, double strike, double rate, double volatility, double years) {
    return grad(s -> grad(u -> call(u, strike, rate, volatility, years), s), spot);
  }

  /** A call that dies when the price falls to {@code barrier}, which is not above the strike. */
  @Compiled
  @Gradient(wrt = {"spot", "volatility", "rate", "years"})
  public static double downAndOut(
      double spot, double strike, double barrier, double rate, double volatility, double years) {
    double power = 1 - 2 * rate / square(volatility);
    double mirrored = call(barrier * barrier / spot, strike, rate, volatility, years);
    return call(spot, strike, rate, volatility, years) - pow(spot / barrier, power) * mirrored;
  }

  /** The probability that a standard normal number is below {@code x}, to 16 digits or so. */
  static double normal(double x) {
    // Marsaglia's series about 0; enough terms for |x| up to 6.
    double term = x;
    double sum = x;
    for (int i = 3; i < 100; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * exp(-x * x / 2) / sqrt(2 * Math.PI);
  }

  /** Prints a price and its Greeks. */
  public static void main(String[] arguments) {
    var greeks = CompiledBlackScholes.callGradient(100, 105, 0.03, 0.25, 1);
    print("price  %9.5f", greeks.value());
    print("delta  %9.5f", greeks.spot());
    print("gamma  %9.5f", CompiledBlackScholes.gamma(100, 105, 0.03, 0.25, 1));
    print("vega   %9.5f", greeks.volatility());
    print("rho    %9.5f", greeks.rate());
    print("theta  %9.5f", -greeks.years());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

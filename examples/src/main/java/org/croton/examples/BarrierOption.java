package org.croton.examples;

import static org.croton.Ops.*;

import java.util.Locale;
import org.croton.*;
import org.croton.annotation.*;

/**
 * A call option that dies when the price falls to a barrier, by simulation, with its Greeks: the
 * gradient of the simulation with respect to what the price depends on.
 *
 * <p>Between two times of the simulation a path may have touched the barrier unseen; each path is
 * weighted by the probability that it did not. So the mean is a smooth function, and its gradient
 * is that of the price.
 */
public final class BarrierOption {
  private BarrierOption() {}

  /**
   * The price by as many paths as {@code normal} has rows, of as many steps as it has columns.
   *
   * @param normal independent standard normal numbers
   */
  @Compiled
  @Gradient(wrt = {"spot", "volatility", "rate", "years"})
  public static double price(
      double spot,
      double strike,
      double barrier,
      double rate,
      double volatility,
      double years,
      double[][] normal) {
    int steps = normal[0].length;
    double dt = years / steps;
    double variance = volatility * volatility * dt;
    double drift = rate * dt - variance / 2;
    double sum = 0;
    for (int i = 0; i < normal.length; i++) {
      double above = log(spot / barrier);
      double alive = 1;
      for (int t = 0; t < steps; t++) {
        double next = above + drift + sqrt(variance) * normal[i][t];
        alive *= 1 - exp(-2 * relu(above) * relu(next) / variance);
        above = next;
      }
      sum += alive * relu(barrier * exp(above) - strike);
    }
    return exp(-rate * years) * sum / normal.length;
  }

  /** Compares the simulation and its Greeks with the formula and its; {@code [PATHS]}. */
  public static void main(String[] arguments) {
    int paths = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    try (Tensor numbers = Tensor.random(DType.F64, Distribution.normal(0, 1), 1, paths, 50)) {
      double[][] normal = numbers.toDoubles2();
      var simulated = CompiledBarrierOption.priceGradient(100, 105, 85, 0.03, 0.25, 1, normal);
      var exact = CompiledBlackScholes.downAndOutGradient(100, 105, 85, 0.03, 0.25, 1);
      print("            simulation    formula");
      print("price       %10.4f %10.4f", simulated.value(), exact.value());
      print("delta       %10.4f %10.4f", simulated.spot(), exact.spot());
      print("vega        %10.4f %10.4f", simulated.volatility(), exact.volatility());
      print("rho         %10.4f %10.4f", simulated.rate(), exact.rate());
      print("theta       %10.4f %10.4f", -simulated.years(), -exact.years());
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

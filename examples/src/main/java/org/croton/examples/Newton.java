package org.croton.examples;

import static org.croton.Ops.*;

import java.util.Locale;
import org.croton.annotation.*;

/**
 * Kepler's equation by Newton's method: where a planet is on its ellipse. The loop runs until the
 * last step is small; the build derives the slope that each step divides by.
 */
public final class Newton {
  private static final double SMALL = 1e-12;

  private Newton() {}

  private static double equation(double angle, double mean, double eccentricity) {
    return angle - eccentricity * sin(angle) - mean;
  }

  /**
   * The angle from the centre of the ellipse at which the planet is.
   *
   * @param mean what the angle would be on a circle: it grows evenly with time
   * @param eccentricity of the ellipse, from 0 to below 1
   */
  @Compiled
  public static double angle(double mean, double eccentricity) {
    double x = mean;
    double step = 1;
    while (abs(step) > SMALL) {
      double slope = grad(u -> equation(u, mean, eccentricity), x);
      step = equation(x, mean, eccentricity) / slope;
      x -= step;
    }
    return x;
  }

  /** Prints angles over half a year of an ellipse. */
  public static void main(String[] arguments) {
    System.out.println("mean   angle");
    for (int i = 0; i <= 6; i++) {
      double mean = i * Math.PI / 6;
      double angle = CompiledNewton.angle(mean, 0.5);
      System.out.println(String.format(Locale.ROOT, "%.4f %.6f", mean, angle));
    }
  }
}

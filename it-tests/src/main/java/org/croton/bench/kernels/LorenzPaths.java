package org.croton.bench.kernels;

import org.croton.Tensor;
import org.croton.annotation.Compiled;
import org.croton.annotation.F64;
import org.croton.annotation.Gradient;

/** The Lorenz system, integrated by the classical Runge-Kutta method in loops over numbers. */
public class LorenzPaths {
  LorenzPaths() {}

  record Point(double x, double y, double z) {
    Point plus(Point d, double h) {
      return new Point(x + h * d.x, y + h * d.y, z + h * d.z);
    }
  }

  private static Point flow(Point p, double sigma, double rho, double beta) {
    return new Point(
        sigma * (p.y() - p.x()), p.x() * (rho - p.z()) - p.y(), p.x() * p.y() - beta * p.z());
  }

  private static Point step(Point p, double sigma, double rho, double beta, double dt) {
    Point a = flow(p, sigma, rho, beta);
    Point b = flow(p.plus(a, dt / 2), sigma, rho, beta);
    Point c = flow(p.plus(b, dt / 2), sigma, rho, beta);
    Point d = flow(p.plus(c, dt), sigma, rho, beta);
    return p.plus(a, dt / 6).plus(b, dt / 3).plus(c, dt / 3).plus(d, dt / 6);
  }

  /** The places after each step, a row each. */
  @Compiled
  public static @F64("steps, 3") Tensor path(
      double sigma, double rho, double beta, double x, double y, double z, int steps, double dt) {
    double[][] path = new double[steps][3];
    Point p = new Point(x, y, z);
    for (int t = 0; t < steps; t++) {
      p = step(p, sigma, rho, beta, dt);
      path[t][0] = p.x();
      path[t][1] = p.y();
      path[t][2] = p.z();
    }
    return Tensor.of(path);
  }

  /** The height after {@code steps} steps; its gradient goes back through all of them. */
  @Compiled
  @Gradient(wrt = {"sigma", "rho", "beta", "x", "y", "z"})
  public static double height(
      double sigma, double rho, double beta, double x, double y, double z, int steps, double dt) {
    Point p = new Point(x, y, z);
    for (int t = 0; t < steps; t++) {
      p = step(p, sigma, rho, beta, dt);
    }
    return p.z();
  }

  /** Where paths from many starts end. */
  @Compiled
  public static @F64("n, 3") Tensor ends(
      double sigma, double rho, double beta, @F64("n, 3") Tensor starts, int steps, double dt) {
    int n = starts.dim(0);
    double[][] ends = new double[n][3];
    for (int i = 0; i < n; i++) {
      Point p =
          new Point(starts.get(i, 0).item(), starts.get(i, 1).item(), starts.get(i, 2).item());
      for (int t = 0; t < steps; t++) {
        p = step(p, sigma, rho, beta, dt);
      }
      ends[i][0] = p.x();
      ends[i][1] = p.y();
      ends[i][2] = p.z();
    }
    return Tensor.of(ends);
  }
}

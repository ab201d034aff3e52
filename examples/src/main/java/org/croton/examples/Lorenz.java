package org.croton.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.croton.annotation.*;

/**
 * The Lorenz system, integrated by the classical Runge-Kutta method in a Java loop: its path, the
 * gradient of where it ends, and a batch of paths at once.
 */
public final class Lorenz {
  private static final double SIGMA = 10;
  private static final double RHO = 28;
  private static final double BETA = 8.0 / 3;

  private Lorenz() {}

  /** A place in space, or a velocity. */
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

  /** The places after each of {@code steps} steps, a row each. */
  @Compiled
  public static double[][] path(
      double sigma, double rho, double beta, double x, double y, double z, int steps, double dt) {
    double[][] path = new double[steps][3];
    Point p = new Point(x, y, z);
    for (int t = 0; t < steps; t++) {
      p = step(p, sigma, rho, beta, dt);
      path[t][0] = p.x();
      path[t][1] = p.y();
      path[t][2] = p.z();
    }
    return path;
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

  /** Where paths from many starts end: the loop over starts is outside, that over time inside. */
  @Compiled
  public static double[][] ends(
      double sigma,
      double rho,
      double beta,
      @Dims("n, 3") double[][] starts,
      int steps,
      double dt) {
    double[][] ends = new double[starts.length][3];
    for (int i = 0; i < starts.length; i++) {
      Point p = new Point(starts[i][0], starts[i][1], starts[i][2]);
      for (int t = 0; t < steps; t++) {
        p = step(p, sigma, rho, beta, dt);
      }
      ends[i][0] = p.x();
      ends[i][1] = p.y();
      ends[i][2] = p.z();
    }
    return ends;
  }

  /** Prints a gradient and how far 1,000 neighbours part; {@code FILE.svg} gets the attractor. */
  public static void main(String[] arguments) throws IOException {
    CompiledLorenz.HeightGradient g =
        CompiledLorenz.heightGradient(SIGMA, RHO, BETA, 1, 1, 1, 100, 0.01);
    print("height after 1 s         %9.5f", g.value());
    print("  by sigma, rho, beta    %9.5f %9.5f %9.5f", g.sigma(), g.rho(), g.beta());
    print("  by the start           %9.5f %9.5f %9.5f", g.x(), g.y(), g.z());
    double[][] starts = new double[1_000][];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = new double[] {1 + i * 1e-9, 1, 1};
    }
    for (int seconds : new int[] {1, 10, 20, 30}) {
      double[][] ends = CompiledLorenz.ends(SIGMA, RHO, BETA, starts, 100 * seconds, 0.01);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double[] end : ends) {
        low = Math.min(low, end[0]);
        high = Math.max(high, end[0]);
      }
      print("after %2d s neighbours are %.2e apart", seconds, high - low);
    }
    if (arguments.length == 1) {
      double[][] path = CompiledLorenz.path(SIGMA, RHO, BETA, 1, 1, 1, 10_000, 0.005);
      Files.writeString(Path.of(arguments[0]), Picture.of(path));
      print("the attractor is in %s", arguments[0]);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** The path seen from the side as an SVG image: x to the right, z upwards, early to late. */
  private static final class Picture {
    private static final int PIECES = 100;

    private Picture() {}

    static String of(double[][] path) {
      StringBuilder svg =
          new StringBuilder(
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-24 -52 48 54\" width=\"960\""
                  + " height=\"1080\">\n<rect x=\"-24\" y=\"-52\" width=\"48\" height=\"54\""
                  + " fill=\"#0b1020\"/>\n<g fill=\"none\" stroke-width=\"0.06\""
                  + " stroke-linejoin=\"round\">\n");
      int length = (path.length + PIECES - 1) / PIECES;
      for (int from = 0; from + 1 < path.length; from += length) {
        int hue = 190 + 150 * from / path.length;
        svg.append("<polyline stroke=\"hsl(").append(hue).append(" 85% 65%)\" points=\"");
        for (int t = from; t <= Math.min(from + length, path.length - 1); t++) {
          svg.append(String.format(Locale.ROOT, "%.2f,%.2f ", path[t][0], -path[t][2]));
        }
        svg.append("\"/>\n");
      }
      return svg.append("</g>\n</svg>\n").toString();
    }
  }
}

package org.croton.bench.ad;

import java.util.List;
import org.croton.Tensor;

/** A mixture of Gaussians in both styles, with the part of its posterior that is constant. */
final class Mixture {
  private Mixture() {}

  /** The case in array style and in loop style. */
  static List<Problem> problems(String name, Values input, Values right) {
    int d = input.integer("d");
    int m = input.integer("m");
    int triangle = d * (d - 1) / 2;
    double gamma = input.number("gamma");
    double[] alpha = input.array("alpha");
    double[][] mu = input.rows("mu", d);
    double[][] q = input.rows("q", d);
    double[][] l = input.rows("l", triangle);
    double[][] x = input.rows("x", d);
    double constant = constant(x.length, d, alpha.length, m, gamma);
    Values gradient = right.below("gradient");
    List<double[]> expected =
        List.of(
            new double[] {right.number("objective")},
            gradient.array("alpha"),
            gradient.array("mu"),
            gradient.array("q"),
            gradient.array("l"));

    Tensor alphas = Tensor.of(alpha);
    Tensor means = Tensor.of(mu);
    Tensor logs = Tensor.of(q);
    Tensor lower = Tensor.of(l);
    Tensor points = Tensor.of(x);
    Tensor at = Tensor.of(places(d));
    Tensor below = Tensor.of(below(d));
    Problem arrays =
        new Problem(
            name + "-arrays",
            () ->
                new double[] {
                  constant
                      + CompiledMixtureArrays.posterior(
                          alphas, means, logs, lower, points, at, below, m, gamma)
                },
            () -> {
              var g =
                  CompiledMixtureArrays.posteriorGradient(
                      alphas, means, logs, lower, points, at, below, m, gamma);
              List<double[]> all =
                  List.of(taken(g.alpha()), taken(g.mu()), taken(g.q()), taken(g.l()));
              return all;
            },
            expected,
            1e-13,
            1e-12);
    Problem loops =
        new Problem(
            name + "-loops",
            () ->
                new double[] {
                  constant + CompiledMixtureLoops.posterior(alpha, mu, q, l, x, m, gamma)
                },
            () -> {
              var g = CompiledMixtureLoops.posteriorGradient(alpha, mu, q, l, x, m, gamma);
              return List.of(
                  g.alpha(), Values.flat(g.mu()), Values.flat(g.q()), Values.flat(g.l()));
            },
            expected,
            1e-13,
            1e-12);
    double[] numbers =
        Values.joined(
            new double[] {d, alpha.length, x.length, m, gamma},
            alpha,
            input.array("mu"),
            input.array("q"),
            input.array("l"),
            input.array("x"));
    return List.of(arrays.inC("gmm", numbers), loops.inC("gmm", numbers));
  }

  private static double[] taken(Tensor tensor) {
    try (tensor) {
      return tensor.toDoubles();
    }
  }

  /** Where the packed columns below the diagonal hold the element of each row and column. */
  private static long[][] places(int d) {
    long[][] places = new long[d][d];
    int at = 0;
    for (int column = 0; column < d; column++) {
      for (int row = column + 1; row < d; row++) {
        places[row][column] = at;
        at++;
      }
    }
    return places;
  }

  private static double[][] below(int d) {
    double[][] below = new double[d][d];
    for (int row = 0; row < d; row++) {
      for (int column = 0; column < row; column++) {
        below[row][column] = 1;
      }
    }
    return below;
  }

  private static double constant(int n, int d, int k, int m, double gamma) {
    double freedom = d + m + 1;
    double half = freedom / 2;
    double logGamma = d * (d - 1) / 4.0 * Math.log(Math.PI);
    for (int j = 1; j <= d; j++) {
      logGamma += logGamma(half + (1 - j) / 2.0);
    }
    double wishart = freedom * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
    return k * wishart - n * d / 2.0 * Math.log(2 * Math.PI);
  }

  /** Of a multiple of one half. */
  private static double logGamma(double x) {
    double sum = Math.rint(x) == x ? 0 : 0.5 * Math.log(Math.PI);
    for (double factor = x - 1; factor > 0; factor--) {
      sum += Math.log(factor);
    }
    return sum;
  }
}

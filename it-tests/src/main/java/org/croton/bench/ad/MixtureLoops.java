package org.croton.bench.ad;

import org.croton.annotation.Compiled;
import org.croton.annotation.Dims;
import org.croton.annotation.Gradient;

/** The log posterior of a mixture of Gaussians, in loops over numbers. */
public final class MixtureLoops {
  private MixtureLoops() {}

  /** The same as {@link MixtureArrays#posterior}, of the same parameters. */
  @Compiled
  @Gradient(wrt = {"alpha", "mu", "q", "l"})
  public static double posterior(
      @Dims("k") double[] alpha,
      @Dims("k, d") double[][] mu,
      @Dims("k, d") double[][] q,
      @Dims("k, t") double[][] l,
      @Dims("n, d") double[][] x,
      int m,
      double gamma) {
    int components = alpha.length;
    int dimension = mu[0].length;
    double[][] diagonal = new double[components][dimension];
    double[] constant = new double[components];
    double prior = 0;
    for (int c = 0; c < components; c++) {
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += q[c][j];
        diagonal[c][j] = Math.exp(q[c][j]);
        prior -= 0.5 * gamma * gamma * diagonal[c][j] * diagonal[c][j];
      }
      for (int j = 0; j < l[0].length; j++) {
        prior -= 0.5 * gamma * gamma * l[c][j] * l[c][j];
      }
      constant[c] = alpha[c] + sum;
      prior += m * sum;
    }
    double likelihood = 0;
    for (int i = 0; i < x.length; i++) {
      double[] beta = new double[components];
      for (int c = 0; c < components; c++) {
        double[] turned = new double[dimension];
        for (int j = 0; j < dimension; j++) {
          turned[j] = diagonal[c][j] * (x[i][j] - mu[c][j]);
        }
        int at = 0;
        for (int j = 0; j < dimension; j++) {
          double centred = x[i][j] - mu[c][j];
          for (int r = j + 1; r < dimension; r++) {
            turned[r] += l[c][at] * centred;
            at++;
          }
        }
        double norm = 0;
        for (int j = 0; j < dimension; j++) {
          norm += turned[j] * turned[j];
        }
        beta[c] = constant[c] - 0.5 * norm;
      }
      likelihood += logSumExp(beta);
    }
    return likelihood - x.length * logSumExp(alpha) + prior;
  }

  private static double logSumExp(double[] values) {
    double max = values[0];
    for (int i = 1; i < values.length; i++) {
      max = Math.max(max, values[i]);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.exp(values[i] - max);
    }
    return max + Math.log(sum);
  }
}

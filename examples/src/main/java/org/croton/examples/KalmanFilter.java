package org.croton.examples;

import java.util.Locale;
import java.util.Random;
import org.croton.annotation.*;

/**
 * A Kalman filter that follows a moving thing by noisy sightings, and learns how noisy they are:
 * the gradient of the likelihood of all sightings goes back through the filter's loop.
 */
public final class KalmanFilter {
  private KalmanFilter() {}

  /**
   * The log likelihood of the sightings {@code seen}, one each second.
   *
   * @param logJolt the logarithm of the deviation of the acceleration
   * @param logNoise the logarithm of the deviation of a sighting
   */
  @Compiled
  @Gradient(wrt = {"logJolt", "logNoise"})
  public static double logLikelihood(double logJolt, double logNoise, double[] seen) {
    double jolt = Math.exp(2 * logJolt);
    double noise = Math.exp(2 * logNoise);
    State state = new State(seen[0], 0, noise, 0, 1);
    double sum = 0;
    for (int t = 1; t < seen.length; t++) {
      State ahead = state.ahead(jolt);
      double surprise = seen[t] - ahead.position;
      double variance = ahead.pp + noise;
      sum -= 0.5 * (Math.log(2 * Math.PI * variance) + surprise * surprise / variance);
      state = ahead.corrected(surprise, variance);
    }
    return sum;
  }

  /** The positions that the filter finds, from each sighting and those before it. */
  @Compiled
  public static double[] positions(double logJolt, double logNoise, double[] seen) {
    double jolt = Math.exp(2 * logJolt);
    double noise = Math.exp(2 * logNoise);
    double[] found = new double[seen.length];
    found[0] = seen[0];
    State state = new State(seen[0], 0, noise, 0, 1);
    for (int t = 1; t < seen.length; t++) {
      State ahead = state.ahead(jolt);
      state = ahead.corrected(seen[t] - ahead.position, ahead.pp + noise);
      found[t] = state.position;
    }
    return found;
  }

  /** Position and velocity as believed, and their covariance. */
  record State(double position, double velocity, double pp, double pv, double vv) {
    State ahead(double jolt) {
      return new State(
          position + velocity,
          velocity,
          pp + 2 * pv + vv + jolt / 4,
          pv + vv + jolt / 2,
          vv + jolt);
    }

    State corrected(double surprise, double variance) {
      double gain = pp / variance;
      double other = pv / variance;
      return new State(
          position + gain * surprise,
          velocity + other * surprise,
          (1 - gain) * pp,
          (1 - gain) * pv,
          vv - other * pv);
    }
  }

  /** Simulates a walk, learns both deviations from what is seen of it, and filters. */
  public static void main(String[] arguments) {
    Random random = new Random(1);
    int n = 1_000;
    double[] real = new double[n];
    double[] seen = new double[n];
    double position = 0;
    double velocity = 0;
    for (int t = 0; t < n; t++) {
      double jolt = 0.1 * random.nextGaussian();
      position += velocity + jolt / 2;
      velocity += jolt;
      real[t] = position;
      seen[t] = position + 2 * random.nextGaussian();
    }
    double logJolt = 0;
    double logNoise = 0;
    for (int i = 1; i <= 300; i++) {
      var g = CompiledKalmanFilter.logLikelihoodGradient(logJolt, logNoise, seen);
      logJolt += 0.0005 * g.logJolt();
      logNoise += 0.0005 * g.logNoise();
      if (i % 100 == 0) {
        print("step %d log likelihood %.2f", i, g.value());
      }
    }
    print("learned deviations %.3f and %.3f", Math.exp(logJolt), Math.exp(logNoise));
    print("simulated with     %.3f and %.3f", 0.1, 2.0);
    double[] found = CompiledKalmanFilter.positions(logJolt, logNoise, seen);
    print("error of sightings %.3f, of the filter %.3f", error(seen, real), error(found, real));
  }

  private static double error(double[] found, double[] real) {
    double sum = 0;
    for (int t = 0; t < found.length; t++) {
      sum += (found[t] - real[t]) * (found[t] - real[t]);
    }
    return Math.sqrt(sum / found.length);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

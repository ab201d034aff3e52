package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KalmanFilterTest {
  private static final double[] SEEN = seen();

  private static double[] seen() {
    Random random = new Random(2);
    double[] seen = new double[80];
    for (int t = 0; t < seen.length; t++) {
      seen[t] = 0.3 * t + random.nextGaussian();
    }
    return seen;
  }

  @Test
  void theGradientIsThatOfDifferences() {
    double h = 1e-6;
    var g = CompiledKalmanFilter.logLikelihoodGradient(-1.5, 0.2, SEEN);
    assertThat(g.value()).isCloseTo(KalmanFilter.logLikelihood(-1.5, 0.2, SEEN), within(1e-9));
    double up = KalmanFilter.logLikelihood(-1.5 + h, 0.2, SEEN);
    double down = KalmanFilter.logLikelihood(-1.5 - h, 0.2, SEEN);
    assertThat(g.logJolt()).isCloseTo((up - down) / (2 * h), within(1e-5));
    up = KalmanFilter.logLikelihood(-1.5, 0.2 + h, SEEN);
    down = KalmanFilter.logLikelihood(-1.5, 0.2 - h, SEEN);
    assertThat(g.logNoise()).isCloseTo((up - down) / (2 * h), within(1e-5));
  }

  @Test
  void theFilterIsNearerThanTheSightings() {
    double[] found = CompiledKalmanFilter.positions(Math.log(0.01), 0, SEEN);
    assertThat(found)
        .containsExactly(KalmanFilter.positions(Math.log(0.01), 0, SEEN), within(1e-9));
    double seenError = 0;
    double foundError = 0;
    for (int t = 0; t < found.length; t++) {
      seenError += Math.pow(SEEN[t] - 0.3 * t, 2);
      foundError += Math.pow(found[t] - 0.3 * t, 2);
    }
    assertThat(foundError).isLessThan(seenError / 2);
  }
}

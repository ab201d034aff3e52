package org.croton.bench.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs in C compute what they say, on inputs small enough for paper. */
class HandWrittenCTest {
  @BeforeAll
  static void gcc() throws InterruptedException {
    try {
      new ProcessBuilder("gcc", "--version").start().waitFor();
    } catch (IOException e) {
      Assumptions.abort("no gcc");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "det, '3, 2 0 0 0 3 0 0 0 4', 24",
    "det, '2, 1 2 3 4', -2",
    "lse, '2, 0 0', 0.6931471805599453",
    "lse, '1, 7', 7",
    "llsq, '3 2, 0 1', 0",
    "llsq, '3 1, 0', 1",
    // One standard Gaussian, of which two points are 0 and 3: -9/2 and the prior of the scale.
    "gmm, '1 1 2 0 1, 0 0 0 0 3', -5",
    "gmm, '1 1 1 2 2, 0 0 1 0', -11.778112197861299",
    // A camera at the origin that does not turn, of focal length 1, sees (2, 3, 1).
    "ba, '1 1 1, 0 0 0 0 0 0 1 0 0 0 0, 2 3 1, 1, 0 0, 0 0', 5",
    "lorenz, '10 28 2 0 0 0 5 0.1', 0",
  })
  void computes(String program, String numbers, double expected) throws Exception {
    double[] input =
        Arrays.stream(numbers.split("[, ]+", -1)).mapToDouble(Double::valueOf).toArray();
    HandWrittenC.Result result = HandWrittenC.run(program, input, 0.001);
    assertThat(result.value()).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    assertThat(result.timing().calls()).isPositive();
  }

  @Test
  void aProgramThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> HandWrittenC.run("nothing", new double[0], 0.001))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing.c");
  }
}

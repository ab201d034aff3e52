package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void printsOneObjectInOrder() {
    assertThat(
            new Measurement("mlp", "croton", "float32")
                .with("checksum", 2.5)
                .with(new Timing(12.345678, 0.00004, 7))
                .toJson())
        .isEqualTo(
            "{\"workload\": \"mlp\", \"peer\": \"croton\", \"dtype\": \"float32\", \"threads\": 1,"
                + " \"checksum\": 2.5, \"per_call_us_median\": 12.3457,"
                + " \"per_call_us_min\": 0.0, \"reps\": 7}");
  }

  @Test
  void writesWhatJsonLacksAsText() {
    assertThat(new Measurement("a\"b\\c", "p", "d").with("checksum", Double.NaN).toJson())
        .startsWith("{\"workload\": \"a\\\"b\\\\c\"")
        .endsWith("\"checksum\": \"NaN\"}");
  }
}

package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaveformsTest {
  @Test
  void tellsPulsesApart() {
    assertThat(Waveforms.accuracy(60)).isGreaterThan(0.95);
  }
}

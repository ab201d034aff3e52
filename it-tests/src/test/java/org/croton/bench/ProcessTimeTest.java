package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.croton.it.Jdk;
import org.junit.jupiter.api.Test;

class ProcessTimeTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void countsRuns() {
    Timing timing = ProcessTime.of(2, () -> Jdk.current().java(HERE).with("-version"));
    assertThat(timing.calls()).isEqualTo(2);
    assertThat(timing.minMicros()).isPositive().isLessThanOrEqualTo(timing.medianMicros());
  }

  @Test
  void aProcessThatFailsIsNoTime() {
    assertThatThrownBy(() -> ProcessTime.of(1, () -> Jdk.current().java(HERE).with("NoSuchClass")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("NoSuchClass");
  }
}

package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllocationTest {
  private long counter;
  private byte[] kept = {};

  @Test
  void countsNothingWhereNothingIsAllocated() {
    assertThat(Allocation.bytesPerCall(() -> counter++, 1)).isZero();
    assertThat(counter).isEqualTo(5_000);
  }

  @Test
  void callsASlowOneLessOften() {
    assertThat(Allocation.bytesPerCall(() -> counter++, 10_000)).isZero();
    assertThat(counter).isEqualTo(50);
  }

  @Test
  void countsAnArrayWithItsHeader() {
    assertThat(Allocation.bytesPerCall(() -> kept = new byte[1_000], 1))
        .isBetween(1_000.0, 1_100.0);
    assertThat(kept).hasSize(1_000);
  }
}

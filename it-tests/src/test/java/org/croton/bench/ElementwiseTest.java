package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementwiseTest {
  @Test
  void namesAreThoseOfTheOtherPeers() {
    assertThat(Elementwise.A.workload(1_000)).isEqualTo("elemwise-a-1000");
    assertThat(Elementwise.E.workload(100_000)).isEqualTo("elemwise-e-100000");
    assertThat(Elementwise.C.workload(1_000_000)).isEqualTo("elemwise-c-1e+06");
    assertThat(Elementwise.C.workload(10_000_000)).isEqualTo("elemwise-c-1e+07");
    assertThat(Elementwise.C.workload(1_000_001)).isEqualTo("elemwise-c-1000001");
  }
}

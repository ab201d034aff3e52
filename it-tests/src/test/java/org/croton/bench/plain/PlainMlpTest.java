package org.croton.bench.plain;

import org.croton.bench.Checksums;
import org.junit.jupiter.api.Test;

class PlainMlpTest {
  @Test
  void computesWhatThePeersCompute() {
    Checksums.checkMlp(new PlainMlp(), 1e-5);
  }
}

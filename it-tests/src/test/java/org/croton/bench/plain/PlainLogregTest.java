package org.croton.bench.plain;

import org.croton.bench.Checksums;
import org.junit.jupiter.api.Test;

class PlainLogregTest {
  @Test
  void computesWhatThePeersCompute() {
    Checksums.checkLogreg(new PlainLogreg(), 1e-5);
  }
}

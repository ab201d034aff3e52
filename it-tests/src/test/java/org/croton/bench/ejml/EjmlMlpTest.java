package org.croton.bench.ejml;

import org.croton.bench.Checksums;
import org.junit.jupiter.api.Test;

class EjmlMlpTest {
  @Test
  void reachesTheChecksums() {
    Checksums.checkMlp(new EjmlMlp(), 1e-5);
  }
}

package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
  @Test
  void printsALinePerMeasurement() {
    String peer = "plain-java-" + Runtime.version().feature();
    assertThat(lines("--only", "logreg,elemwise-a-1000", "--peer", peer, "--budget", "0.01"))
        .hasSize(3) // both lengths start with elemwise-a-1000
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
        .anyMatch(line -> line.contains("\"workload\": \"logreg\"") && line.contains("checksum2"))
        .anyMatch(line -> line.contains("\"checksum\": 9202.5189"));
  }

  @Test
  void aPeerThatIsNotThereMeasuresNothing() {
    assertThat(lines("--peer", "nobody")).isEmpty();
  }

  private static String[] lines(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      new Benchmarks(Options.parse(arguments), out).run();
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
  }
}

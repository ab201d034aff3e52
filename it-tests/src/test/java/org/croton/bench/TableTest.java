package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void givesTimesAsMultiplesOfOurs() {
    Table table = new Table("ours");
    table.add(measured("mlp", "ours", 100));
    table.add(measured("mlp", "theirs", 250));
    table.add(measured("mlp", "ours", 125));
    table.add(measured("lstm", "ours", 1234.56));
    table.add(measured("lstm", "others", 617.28));
    assertThat(table.toMarkdown())
        .isEqualTo(
            """
            | workload | dtype | ours, us | theirs | others |
            | --- | --- | --- | --- | --- |
            | mlp | float64 | 100.0 | 2.50 | |
            | lstm | float64 | 1235 | | 0.50 |
            """);
  }

  @Test
  void leavesOutWhatIsNoTime() {
    Table table = new Table("ours");
    table.add(new Measurement("size", "ours", "none").with("bytes", 12));
    table.add(Measurement.read("{\"workload\": \"x\", \"per_call_us_median\": null}"));
    assertThat(table.toMarkdown().lines()).hasSize(2);
  }

  private static Measurement measured(String workload, String peer, double micros) {
    return new Measurement(workload, peer, "float64").with(new Timing(micros, micros, 1));
  }
}

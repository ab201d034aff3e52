package org.croton.bench.ad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Values and derivatives of all problems are those that arithmetic of 50 digits finds. */
class ProblemsTest {
  @Test
  void ownCases() throws Exception {
    Path root = Path.of(ProblemsTest.class.getResource("cases").toURI());
    List<Problem> problems = Problems.in(root);
    assertThat(problems).hasSize(7);
    assertThat(problems).allSatisfy(problem -> assertThat(problem.faults()).isEmpty());
  }

  @Test
  void publicCases() throws Exception {
    String root = System.getenv("CROTON_AD_DATA");
    Assumptions.assumeTrue(root != null, "CROTON_AD_DATA names the folder of public cases");
    List<Problem> problems = Problems.in(Path.of(root));
    assertThat(problems).hasSizeGreaterThan(7);
    assertThat(problems).allSatisfy(problem -> assertThat(problem.faults()).isEmpty());
  }

  @Test
  void aWrongNumberIsAFault() {
    Problem problem =
        new Problem(
            "p",
            () -> new double[] {1},
            () -> List.of(new double[] {2, Double.NaN}),
            List.of(new double[] {1 + 1e-9}, new double[] {2, 3}),
            1e-10,
            1e-10);
    assertThat(problem.faults()).hasSize(2);
  }
}

package org.croton.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReporterTest {
  private static final Span HERE = new Span("A.java", 3, 5, 1, 4);
  private static final Span THERE = new Span("A.java", 7, 9, 2, 1);

  private final List<Diagnostic> heard = new ArrayList<>();
  private final Reporter reporter = new Reporter(heard::add);

  @Test
  void passesOnTheSameMistakeAtTheSamePlaceOnce() {
    reporter.report(Diagnostic.of(Code.UNKNOWN_NAME, HERE, "x", ""));
    reporter.report(Diagnostic.of(Code.UNKNOWN_NAME, HERE, "x", ""));
    reporter.report(Diagnostic.of(Code.UNKNOWN_NAME, THERE, "x", ""));
    assertThat(heard).hasSize(2);
    assertThat(reporter.errors()).isEqualTo(2);
  }

  @Test
  void warningsAreNoErrors() {
    reporter.report(Diagnostic.of(Code.UNUSED_PARAMETER, HERE, "x"));
    assertThat(heard).hasSize(1);
    assertThat(reporter.errors()).isZero();
  }

  @Test
  void draftsAreHeldBackUntilPublished() {
    reporter.draft();
    reporter.report(Diagnostic.of(Code.UNKNOWN_NAME, HERE, "x", ""));
    reporter.draft();
    reporter.report(Diagnostic.of(Code.UNKNOWN_NAME, THERE, "y", ""));
    reporter.discard();
    assertThat(heard).isEmpty();
    assertThat(reporter.errorsSoFar()).isEqualTo(1);
    reporter.publish();
    assertThat(heard).extracting(Diagnostic::span).containsExactly(HERE);
  }

  @Test
  void messageHasIdNotesAndHint() {
    Diagnostic diagnostic = Diagnostic.of(Code.LOSSY_ASSIGNMENT, HERE, "w", "f32", "f64").note("n");
    assertThat(diagnostic.message())
        .isEqualTo(
            "[lossy-assignment] w is declared f32, but its value is f64: that would lose precision"
                + " silently\n    n\n    hint: cast(...) says that the loss is wanted");
  }
}

package org.croton.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  @Test
  void findsTheNearestName() {
    List<String> known = List.of("features", "rows", "reshape");
    assertThat(DidYouMean.suggest("featurs", known)).isEqualTo("; did you mean features?");
    assertThat(DidYouMean.suggest("orws", known)).isEqualTo("; did you mean rows?");
    assertThat(DidYouMean.suggest("columns", known)).isEmpty();
    assertThat(DidYouMean.suggest("rows", known)).isEmpty();
  }
}

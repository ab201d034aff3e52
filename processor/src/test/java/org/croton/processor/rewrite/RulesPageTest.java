package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.croton.processor.ops.CrossRules;
import org.croton.processor.rule.Phase;
import org.croton.processor.rule.Rule;
import org.junit.jupiter.api.Test;

/** {@code -Dcroton.update=true} writes the page anew. */
class RulesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "rules.md");

  @Test
  void thePageListsTheRulesThatThereAre() throws IOException {
    String page = RulesPage.of(CrossRules.all());
    if (Boolean.getBoolean("croton.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void theListOfNaiveFormulasNamesEveryStabilizingRule() {
    assertThat(StabilityList.entries().stream().flatMap(entry -> entry.rules().stream()))
        .containsExactlyInAnyOrderElementsOf(
            CrossRules.all().stream()
                .filter(rule -> rule.phase() == Phase.STABILIZE)
                .map(Rule::name)
                .toList());
  }
}

package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.croton.Ops.all;
import static org.croton.Ops.at;
import static org.croton.Ops.ellipsis;
import static org.croton.Ops.from;
import static org.croton.Ops.newAxis;
import static org.croton.Ops.range;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest {
  @Test
  void readsWhatNumPyWrites() {
    assertThat(Index.parse(":, 1:-1")).containsExactly(all(), range(1, -1));
    assertThat(Index.parse("..., -2, newaxis")).containsExactly(ellipsis(), at(-2), newAxis());
    assertThat(Index.parse("3:")).containsExactly(from(3));
    assertThat(Index.parse("1 : 5 : 2")).containsExactly(range(1, 5, 2));
    assertThat(Index.parse("None,::-1")[1].step()).isEqualTo(-1);
  }

  @Test
  void printsWhatItReads() {
    String text = "1, 2:3, :, 4:, ::2, :5:-1, ..., newaxis";
    StringBuilder printed = new StringBuilder();
    for (Index part : Index.parse(text)) {
      printed.append(printed.length() == 0 ? "" : ", ").append(part);
    }
    assertThat(printed).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1,,2", "1:2:3:4", "1.5", "99999999999", "1:x"})
  void quotesThePartThatIsWrong(String text) {
    assertThatThrownBy(() -> Index.parse(text))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("in the index \"" + text + "\"");
  }

  @Test
  void refusesAStepOfZeroAndTwoEllipses() {
    assertThatThrownBy(() -> range(0, 1, 0)).hasMessage("the step of a range cannot be 0");
    assertThatThrownBy(() -> Index.parse("..., ...")).hasMessageContaining("at most one");
  }
}

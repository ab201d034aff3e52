package org.croton.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  private final Text text = Text.of("abcabcabcabc");

  @Test
  void numbersLetters() {
    assertThat(text.letters()).isEqualTo(3);
    assertThat(text.spell(List.of(2, 0, 1))).isEqualTo("cab");
  }

  @Test
  void windowsAreColumnsOfParts() {
    assertThat(text.windows(2, 2)).isEqualTo(2);
    assertThat(text.window(1, 0, 2, 2)).isDeepEqualTo(new int[][] {{2, 2}, {0, 0}});
    assertThat(text.window(1, 1, 2, 2)).isDeepEqualTo(new int[][] {{0, 0}, {1, 1}});
  }

  @Test
  void refusesATextThatIsTooShort() {
    assertThatThrownBy(() -> text.windows(50, 32)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhereShippedDataWereLookedFor() {
    assertThatThrownBy(() -> Shipped.folder("nothing"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing");
  }
}

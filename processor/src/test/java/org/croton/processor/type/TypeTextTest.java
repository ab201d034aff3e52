package org.croton.processor.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.croton.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTextTest {
  private final TypeText text = new TypeText(Set.of("u"));

  @Test
  void readsTypes() {
    assertThat(text.type("token")).isEqualTo(Token.TOKEN);
    assertThat(text.type("i64")).isEqualTo(TensorType.scalar(DType.I64));
    assertThat(text.type("f32[rows, 2*h + 1]"))
        .isEqualTo(
            TensorType.of(
                DType.F32, Dim.name("rows"), Dim.name("h").times(Dim.of(2)).plus(Dim.ONE)));
  }

  @Test
  void knowsWhichNamesAreTheUsers() {
    assertThat(text.dim("u + n").existentialNames()).containsExactly("u");
    assertThat(text.dim("max(u, n)").existentialNames()).containsExactly("u");
  }

  @Test
  void readsEveryDimThatIsPrinted() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      Dim dim = random(random, 3);
      assertThat(text.dim(dim.toString())).isEqualTo(dim);
    }
  }

  private static Dim random(Random random, int depth) {
    if (depth == 0) {
      int kind = random.nextInt(4);
      return kind == 0
          ? Dim.of(random.nextInt(9) - 4)
          : kind == 1 ? Dim.existential("u") : Dim.name(kind == 2 ? "n" : "m");
    }
    Dim a = random(random, depth - 1);
    Dim b = random(random, depth - 1);
    switch (random.nextInt(7)) {
      case 0:
        return a.plus(b);
      case 1:
        return a.minus(b);
      case 2:
        return a.times(b);
      case 3:
        return a.min(b);
      case 4:
        return a.max(b);
      case 5:
        return a.floorDiv(Dim.of(2));
      default:
        return a.mod(Dim.of(3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2*", "n +", "pow(n, 2)", "n)", "min(n)", "(n)"})
  void refusesWhatIsNoDim(String dim) {
    assertThatThrownBy(() -> text.dim(dim)).isInstanceOf(IllegalArgumentException.class);
  }
}

package org.croton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.croton.runtime.Elements;
import org.croton.runtime.TensorAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTextTest {
  record Case(String head, String values, String text) {
    Tensor tensor() {
      String[] words = head.split(" ", -1);
      DType dtype = DType.valueOf(words[0]);
      String[] dims = words[1].isEmpty() ? new String[0] : words[1].split(",", -1);
      int[] shape = new int[dims.length];
      for (int i = 0; i < dims.length; i++) {
        shape[i] = Integer.parseInt(dims[i]);
      }
      Tensor tensor = Tensor.zeros(dtype, shape);
      Elements elements = TensorAccess.elements(tensor);
      String[] numbers = values.isEmpty() ? new String[0] : values.split(" ", -1);
      assertThat(numbers).hasSize((int) tensor.size());
      for (int i = 0; i < numbers.length; i++) {
        if (dtype.isFloating()) {
          elements.setDouble(i, number(numbers[i]));
        } else {
          elements.setLong(i, Long.parseLong(numbers[i]));
        }
      }
      return tensor;
    }

    private static double number(String word) {
      return Double.parseDouble(word.replace("nan", "NaN").replace("inf", "Infinity"));
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream in = TensorTextTest.class.getResourceAsStream("numpy-text.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = new ArrayList<>();
      for (String block : all.split("\n== ", -1)) {
        if (!block.startsWith("#")) {
          String[] parts = block.split("\n", 3);
          cases.add(new Case(parts[0], parts[1], parts[2].stripTrailing()));
        }
      }
      return cases;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsAsNumPyDoes(Case each) {
    assertThat(each.tensor().toString()).isEqualTo(each.text());
  }

  @Test
  void printsAnyFloatSoThatItReadsBack() {
    java.util.Random random = new java.util.Random(3);
    for (int i = 0; i < 2000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        assertThat(Float.parseFloat(Tensor.scalar(value).toString())).isEqualTo(value);
      }
    }
  }

  @Test
  void aClosedTensorStillHasText() {
    Tensor tensor = Tensor.zeros(DType.F32, 2, 3);
    tensor.close();
    assertThat(tensor).hasToString("closed tensor F32[2, 3]");
  }
}

package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.croton.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementsTest {
  @ParameterizedTest
  @EnumSource
  void convertsAsJavaDoes(DType dtype) {
    Random random = new Random(2);
    try (Storage storage = Storage.allocate(8)) {
      Elements elements = new Elements(storage, dtype, 1);
      for (int i = 0; i < 1000; i++) {
        double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8));
        elements.setDouble(0, value);
        double expected =
            switch (dtype) {
              case BOOL -> 1;
              case U8 -> (int) value & 0xff;
              case I32 -> (int) value;
              case I64 -> (double) (long) value;
              case F32 -> (float) value;
              case F64 -> value;
            };
        assertThat(elements.getDouble(0)).isEqualTo(expected);
        elements.setLong(0, i % 100);
        assertThat(elements.getLong(0))
            .isEqualTo(dtype == DType.BOOL ? Math.min(1, i % 100) : i % 100);
      }
    }
  }

  @Test
  void refusesPositionsOutside() {
    try (Storage storage = Storage.allocate(8)) {
      Elements elements = new Elements(storage, DType.F32, 2);
      assertThatThrownBy(() -> elements.getDouble(2))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("element 2 of 2");
      assertThatThrownBy(() -> elements.setLong(-1, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> elements.read(1, new float[2], 0, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> elements.read(0, new char[2], 0, 2))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

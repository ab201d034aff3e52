package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.croton.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaArraysTest {
  /** Short rows are copied many at a time, long ones each. */
  @ParameterizedTest
  @CsvSource({"0, 3", "1, 3", "5, 0", "2000, 1", "700, 3", "513, 127", "9, 128", "3, 5000"})
  void rowsComeBackAsTheyWent(int rows, int columns) {
    for (Class<?> component :
        new Class<?>[] {double.class, float.class, long.class, int.class, byte.class}) {
      Object array = Array.newInstance(component, rows, columns);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          Array.setByte(Array.get(array, i), j, (byte) ((i * 31 + j * 7) % 101));
        }
      }
      try (Tensor tensor = JavaArrays.tensor(array)) {
        Object back = Array.newInstance(component, rows, rows == 0 ? 0 : columns);
        JavaArrays.read(tensor, back);
        assertThat(Arrays.deepToString(new Object[] {back}))
            .isEqualTo(Arrays.deepToString(new Object[] {array}));
      }
    }
  }
}

package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.croton.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  /** A sparse file stands for a gigabyte of memory: only the pages touched exist. */
  @Test
  void crossesSegments(@TempDir Path directory) throws IOException {
    long boundary = 1L << 30;
    try (FileChannel file =
            FileChannel.open(
                directory.resolve("sparse"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Storage storage =
            Storage.wrap(file.map(FileChannel.MapMode.READ_WRITE, 0, boundary + 4096))) {
      assertThat(storage.segments()).hasSize(2);
      for (DType dtype : DType.values()) {
        long first = boundary / dtype.bytes() - 2;
        Elements elements = new Elements(storage, dtype, (boundary + 4096) / dtype.bytes());
        for (int i = 0; i < 4; i++) {
          elements.setLong(first + i, i % 2);
        }
        for (int i = 0; i < 4; i++) {
          assertThat(elements.getDouble(first + i)).isEqualTo(i % 2);
        }
      }
      Elements doubles = new Elements(storage, DType.F64, (boundary + 4096) / 8);
      doubles.write(boundary / 8 - 3, new double[] {9, 1, 2, 3, 4, 5, 9}, 1, 5);
      double[] back = new double[5];
      doubles.read(boundary / 8 - 3, back, 0, 5);
      assertThat(back).containsExactly(1, 2, 3, 4, 5);
      assertThat(doubles.getDouble(boundary / 8)).isEqualTo(4);
    }
  }
}

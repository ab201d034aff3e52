package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
  @TempDir Path directory;

  private Path file(int version, String header, byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, text.length);
    out.write(length.array(), 0, version == 1 ? 2 : 4);
    out.write(text);
    out.write(data);
    return Files.write(directory.resolve("x.npy"), out.toByteArray());
  }

  private static String header(String descr, String fortran, String shape) {
    return "{'descr': '"
        + descr
        + "', 'fortran_order': "
        + fortran
        + ", 'shape': "
        + shape
        + ", }\n";
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatItReads(DType dtype) {
    for (int[] shape : new int[][] {{}, {5}, {2, 3}, {2, 0}, {1, 2, 3, 4}, {70_000}}) {
      Tensor x = Tensor.fill(dtype, i -> dtype == DType.BOOL ? i % 2 : i % 100, shape);
      Path file = directory.resolve("t.npy");
      Npy.write(file, x);
      Tensor y = Npy.read(file);
      assertThat(y.dtype()).isEqualTo(dtype);
      assertThat(y.shape()).containsExactly(shape);
      assertThat(y.asByteBuffer()).isEqualTo(x.asByteBuffer());
    }
  }

  @Test
  void writesTheBytesThatNumPyWrites() throws IOException {
    Path file = directory.resolve("t.npy");
    Npy.write(file, Tensor.of(new float[][] {{1, 2}}));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(128 + 8);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }")
        .endsWith(" \n");
    assertThat(bytes).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsBothByteOrdersOfEachVersion(int version) throws IOException {
    byte[] big = ByteBuffer.allocate(16).putDouble(1.5).putDouble(-2).array();
    assertThat(Npy.read(file(version, header(">f8", "False", "(2,)"), big)).toDoubles())
        .containsExactly(1.5, -2);
    ByteBuffer little = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(7).putInt(-1);
    assertThat(Npy.read(file(version, header("<i4", "False", "(2,)"), little.array())).toInts())
        .containsExactly(7, -1);
  }

  @Test
  void readsColumnMajorArrays() throws IOException {
    byte[] data = {1, 4, 2, 5, 3, 6};
    Tensor x = Npy.read(file(1, header("|u1", "True", "(2, 3)"), data));
    assertThat(x.shape()).containsExactly(2, 3);
    assertThat(x.toInts()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void readsTruthValuesAsZeroAndOne() throws IOException {
    Tensor x = Npy.read(file(1, header("|b1", "False", "(3,)"), new byte[] {0, 1, 5}));
    assertThat(x.asByteBuffer().get(2)).isEqualTo((byte) 1);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Files.write(directory.resolve("y"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    assertThatThrownBy(() -> Npy.read(directory.resolve("y")))
        .hasMessageEndingWith("is no .npy file");
    assertThatThrownBy(() -> Npy.read(directory.resolve("none")))
        .isInstanceOf(UncheckedIOException.class);
    wrong(header("<c16", "False", "(1,)"), 16, "elements of type '<c16'");
    wrong(header("|i1", "False", "(1,)"), 1, "elements of type '|i1'");
    wrong(header("<f4", "False", "(2,)"), 7, "has 7 bytes of elements, but its header needs 8");
    wrong(header("<f4", "False", "(2,)"), 9, "has 9 bytes of elements, but its header needs 8");
    wrong(header("<f4", "False", "(-2,)"), 8, "negative dim -2");
    wrong(header("<f4", "False", "(2147483647, 2147483647, 2147483647)"), 8, "does not fit");
    wrong(header("<f4", "Maybe", "(2,)"), 8, "malformed");
    wrong("{}", 8, "malformed");
  }

  private void wrong(String header, int bytes, String message) throws IOException {
    Path file = file(1, header, new byte[bytes]);
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining(message);
  }

  @Test
  void damagedFilesGiveClearErrors() throws IOException {
    Path good = directory.resolve("good.npy");
    Npy.write(good, Tensor.fill(DType.F32, i -> i, 3, 4));
    byte[] bytes = Files.readAllBytes(good);
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = bytes.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        damaged[random.nextInt(random.nextBoolean() ? 80 : bytes.length)] = (byte) random.nextInt();
      }
      int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Path file =
          Files.write(directory.resolve("bad.npy"), java.util.Arrays.copyOf(damaged, length));
      try {
        assertThat(Npy.read(file).size()).isNotNegative();
      } catch (CrotonException e) {
        assertThat(e).hasMessageContaining(e instanceof ShapeException ? "memory" : "bad.npy");
      }
    }
  }

  @Test
  void aFailedWriteLeavesTheOldFile() throws IOException {
    Path file = directory.resolve("t.npy");
    Npy.write(file, Tensor.of(1, 2));
    Tensor closed = Tensor.of(3.0);
    closed.close();
    assertThatThrownBy(() -> Npy.write(file, closed)).isInstanceOf(ClosedTensorException.class);
    assertThat(Npy.read(file).toInts()).containsExactly(1, 2);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }
}

package org.croton.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("some-idx2-ubyte.gz");
  }

  @Test
  void readsSizesAndUnsignedBytes() throws IOException {
    Files.write(file, gzip(idx(0x0802, new int[] {2, 3}, 0, 1, 127, 128, 254, 255)));
    IdxFile idx = IdxFile.read(file, 2);
    assertThat(idx.size(0)).isEqualTo(2);
    assertThat(idx.size(1)).isEqualTo(3);
    assertThat(new int[] {idx.at(0), idx.at(3), idx.at(5)}).containsExactly(0, 128, 255);
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> IdxFile.read(file, 2))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file + ": this file of the data set is missing");
  }

  @Test
  void namesAFileThatIsNotGzipped() throws IOException {
    Files.write(file, idx(0x0802, new int[] {1, 1}, 7));
    assertThatThrownBy(() -> IdxFile.read(file, 2))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is not a sound gzip file: Not in GZIP format");
  }

  @Test
  void namesAWrongMagicNumber() throws IOException {
    Files.write(file, gzip(idx(0x0803, new int[] {1, 1, 1}, 7)));
    assertThatThrownBy(() -> IdxFile.read(file, 2))
        .hasMessageStartingWith(file + " starts with 0x00000803")
        .hasMessageEndingWith("with 2 dimensions starts with 0x00000802");
  }

  @Test
  void namesTruncationWhereverItHappens() throws IOException {
    byte[] whole = idx(0x0802, new int[] {2, 3}, 1, 2, 3, 4, 5, 6);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, gzip(Arrays.copyOf(whole, length)));
      assertThatThrownBy(() -> IdxFile.read(file, 2)).hasMessage(file + " is truncated");
    }
    byte[] zipped = gzip(whole);
    for (int length = 0; length < zipped.length; length++) {
      Files.write(file, Arrays.copyOf(zipped, length));
      assertThatThrownBy(() -> IdxFile.read(file, 2)).hasMessage(file + " is truncated");
    }
  }

  @Test
  void namesSurplusBytes() throws IOException {
    Files.write(file, gzip(idx(0x0801, new int[] {1}, 7, 8)));
    assertThatThrownBy(() -> IdxFile.read(file, 1))
        .hasMessage(file + " holds more than the 1 bytes that its header announces");
  }

  @Test
  void refusesImpossibleSizes() throws IOException {
    for (int[] sizes : new int[][] {{-1, 2}, {-1, -1}, {1 << 20, 1 << 20}, {0, -5}}) {
      Files.write(file, gzip(idx(0x0802, sizes)));
      assertThatThrownBy(() -> IdxFile.read(file, 2))
          .hasMessage(file + " announces impossible sizes " + Arrays.toString(sizes));
    }
  }

  static byte[] idx(int magic, int[] sizes, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + values.length).putInt(magic);
    for (int size : sizes) {
      buffer.putInt(size);
    }
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.array();
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}

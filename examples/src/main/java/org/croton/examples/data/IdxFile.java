package org.croton.examples.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzipped IDX file of unsigned bytes, read whole: its sizes and its bytes in row-major order.
 *
 * <p>The format is a big-endian int {@code 0x0800 | rank}, one big-endian int per size, then the
 * bytes.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTES = 0x0800;

  private final Path path;
  private final int[] sizes;
  private final byte[] bytes;

  private IdxFile(Path path, int[] sizes, byte[] bytes) {
    this.path = path;
    this.sizes = sizes;
    this.bytes = bytes;
  }

  /**
   * Reads {@code path}, which must hold exactly the bytes that its {@code rank} sizes announce.
   *
   * @throws IOException with a message that names the file and what is wrong with it: missing, not
   *     gzipped, of another type or rank, with impossible sizes, too short or too long
   */
  static IdxFile read(Path path, int rank) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path))))) {
      int[] sizes = header(path, rank, in);
      byte[] bytes = in.readNBytes(count(path, sizes));
      if (bytes.length < count(path, sizes)) {
        throw new EOFException();
      }
      if (in.read() >= 0) {
        throw new IOException(
            path + " holds more than the " + bytes.length + " bytes that its header announces");
      }
      return new IdxFile(path, sizes, bytes);
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(path.toString(), null, "this file of the data set is missing");
    } catch (ZipException e) {
      throw new IOException(path + " is not a sound gzip file: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new IOException(path + " is truncated", e);
    }
  }

  /** The size of dimension {@code axis}. */
  int size(int axis) {
    return sizes[axis];
  }

  /** The byte at {@code position}, 0 to 255. */
  int at(int position) {
    return bytes[position] & 0xff;
  }

  @Override
  public String toString() {
    return path + " " + Arrays.toString(sizes);
  }

  private static int[] header(Path path, int rank, DataInputStream in) throws IOException {
    int magic = in.readInt();
    if (magic != (UNSIGNED_BYTES | rank)) {
      throw new IOException(
          String.format(
              "%s starts with 0x%08x, but an IDX file of bytes with %d dimensions starts with"
                  + " 0x%08x",
              path, magic, rank, UNSIGNED_BYTES | rank));
    }
    int[] sizes = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      sizes[axis] = in.readInt();
    }
    return sizes;
  }

  private static int count(Path path, int[] sizes) throws IOException {
    long count = 1;
    for (int size : sizes) {
      count = size < 0 ? -1 : count * size;
      if (count < 0 || count > Integer.MAX_VALUE - 8) {
        throw new IOException(path + " announces impossible sizes " + Arrays.toString(sizes));
      }
    }
    return (int) count;
  }
}

package org.croton;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.croton.runtime.Elements;
import org.croton.runtime.Storage;
import org.croton.runtime.TensorAccess;

/** The {@code .npy} format over streams: magic, version, header text, elements. */
final class NpyFormat {
  /** What a reader passes for a length that it does not know. */
  static final long UNKNOWN = -1;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int HEADER_ALIGNMENT = 64;
  private static final int MAX_HEADER = 1 << 20;
  private static final int CHUNK = 1 << 16;

  private NpyFormat() {}

  static Tensor read(InputStream in, String name, long length) throws IOException {
    byte[] start = exactly(in, MAGIC.length + 2, name);
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new CrotonException(name + " is no .npy file");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new CrotonException(name + " has the unknown .npy version " + version);
    }
    int lengthBytes = version == 1 ? 2 : 4;
    ByteBuffer field =
        ByteBuffer.wrap(exactly(in, lengthBytes, name)).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = version == 1 ? field.getShort() & 0xffff : field.getInt();
    if (headerLength < 0 || headerLength > MAX_HEADER) {
      throw new CrotonException(name + " has a header of " + headerLength + " bytes");
    }
    String text = new String(exactly(in, headerLength, name), StandardCharsets.UTF_8);
    NpyHeader header = NpyHeader.parse(text, name);
    long before = MAGIC.length + 2L + lengthBytes + headerLength;
    checkLength(header, name, length == UNKNOWN ? UNKNOWN : length - before);
    return body(in, header, name);
  }

  /** Before anything is allocated, so that a wrong shape cannot ask for much memory. */
  private static void checkLength(NpyHeader header, String name, long rest) {
    long bytes = Shapes.size(header.dtype(), header.shape()) * header.dtype().bytes();
    if (rest != UNKNOWN && rest != bytes) {
      throw new CrotonException(
          name + " has " + rest + " bytes of elements, but its header needs " + bytes);
    }
  }

  private static Tensor body(InputStream in, NpyHeader header, String name) throws IOException {
    int[] shape = header.shape();
    Tensor tensor =
        TensorAccess.uninitialized(header.dtype(), header.columnMajor() ? reversed(shape) : shape);
    boolean whole = false;
    try {
      fill(in, TensorAccess.storage(tensor), header, name);
      if (in.read() >= 0) {
        throw new CrotonException(name + " goes on after its elements");
      }
      Tensor result = header.columnMajor() ? transposed(tensor, shape) : tensor;
      whole = result == tensor;
      return result;
    } finally {
      if (!whole) {
        tensor.close();
      }
    }
  }

  private static void fill(InputStream in, Storage storage, NpyHeader header, String name)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    int width = header.dtype().bytes();
    for (ByteBuffer segment : storage.segments()) {
      ByteBuffer rest = segment.duplicate();
      while (rest.hasRemaining()) {
        int count = in.readNBytes(chunk, 0, Math.min(CHUNK, rest.remaining()));
        if (count == 0 || count % width != 0) {
          throw cutShort(name);
        }
        normalise(chunk, count, header);
        rest.put(chunk, 0, count);
      }
    }
  }

  /** Turns elements to native byte order, and truth values to 0 and 1. */
  private static void normalise(byte[] chunk, int count, NpyHeader header) {
    int width = header.dtype().bytes();
    if (header.swapped()) {
      for (int i = 0; i < count; i += width) {
        for (int a = i, b = i + width - 1; a < b; a++, b--) {
          byte kept = chunk[a];
          chunk[a] = chunk[b];
          chunk[b] = kept;
        }
      }
    }
    if (header.dtype() == DType.BOOL) {
      for (int i = 0; i < count; i++) {
        chunk[i] = chunk[i] == 0 ? (byte) 0 : 1;
      }
    }
  }

  private static int[] reversed(int[] shape) {
    int[] reversed = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      reversed[i] = shape[shape.length - 1 - i];
    }
    return reversed;
  }

  /** The elements of a tensor with reversed axes, in the order of {@code shape}. */
  private static Tensor transposed(Tensor source, int[] shape) {
    Tensor result = TensorAccess.uninitialized(source.dtype(), shape);
    Elements from = TensorAccess.elements(source);
    Elements to = TensorAccess.elements(result);
    boolean floating = source.dtype().isFloating();
    int[] position = new int[shape.length];
    for (long i = 0; i < to.size(); i++) {
      long at = 0;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        at = at * shape[axis] + position[axis];
      }
      if (floating) {
        to.setDouble(i, from.getDouble(at));
      } else {
        to.setLong(i, from.getLong(at));
      }
      advance(position, shape);
    }
    return result;
  }

  private static void advance(int[] position, int[] shape) {
    for (int axis = shape.length - 1; axis >= 0 && ++position[axis] == shape[axis]; axis--) {
      position[axis] = 0;
    }
  }

  static void write(OutputStream out, Tensor tensor) throws IOException {
    String header = NpyHeader.text(tensor.dtype(), tensor.shape());
    int unpadded = MAGIC.length + 4 + header.length() + 1;
    int padding = Math.floorMod(-unpadded, HEADER_ALIGNMENT);
    byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    if (text.length > 0xffff) {
      throw new CrotonException("a tensor of rank " + tensor.rank() + " is too much for .npy");
    }
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) text.length, (byte) (text.length >> 8)});
    out.write(text);
    byte[] chunk = new byte[CHUNK];
    for (ByteBuffer segment : TensorAccess.storage(tensor).segments()) {
      ByteBuffer rest = segment.duplicate();
      while (rest.hasRemaining()) {
        int count = Math.min(CHUNK, rest.remaining());
        rest.get(chunk, 0, count);
        out.write(chunk, 0, count);
      }
    }
  }

  private static byte[] exactly(InputStream in, int count, String name) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw cutShort(name);
    }
    return bytes;
  }

  private static CrotonException cutShort(String name) {
    return new CrotonException(name + " is cut short");
  }
}

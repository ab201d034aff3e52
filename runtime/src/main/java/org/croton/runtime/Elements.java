package org.croton.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.croton.DType;

/**
 * The elements of a storage as Java numbers, by flat row-major index.
 *
 * <p>Reading converts as a Java cast does, and so does writing, where {@link DType#BOOL} takes 0 as
 * false and everything else, NaN included, as true. An index out of range is an {@link
 * IndexOutOfBoundsException}.
 */
public final class Elements {
  private static final int SEGMENT_BITS = 30;
  private static final int SEGMENT_MASK = (1 << SEGMENT_BITS) - 1;

  private final DType dtype;
  private final long size;
  private final int shift;
  private final ByteBuffer[] segments;

  /**
   * Looks at a storage's elements.
   *
   * @throws org.croton.ClosedTensorException if the storage is closed
   */
  public Elements(Storage storage, DType dtype, long size) {
    this.dtype = dtype;
    this.size = size;
    this.shift = Integer.numberOfTrailingZeros(dtype.bytes());
    this.segments = storage.segments();
  }

  /** How many there are. */
  public long size() {
    return size;
  }

  /** Their type. */
  public DType dtype() {
    return dtype;
  }

  /** An element as a double. */
  public double getDouble(long index) {
    ByteBuffer segment = segment(index);
    int at = offset(index);
    return switch (dtype) {
      case BOOL -> segment.get(at) != 0 ? 1 : 0;
      case U8 -> segment.get(at) & 0xff;
      case I32 -> segment.getInt(at);
      case I64 -> (double) segment.getLong(at);
      case F32 -> segment.getFloat(at);
      case F64 -> segment.getDouble(at);
    };
  }

  /** An element as a long. */
  public long getLong(long index) {
    ByteBuffer segment = segment(index);
    int at = offset(index);
    return switch (dtype) {
      case BOOL -> segment.get(at) != 0 ? 1 : 0;
      case U8 -> segment.get(at) & 0xff;
      case I32 -> segment.getInt(at);
      case I64 -> segment.getLong(at);
      case F32 -> (long) segment.getFloat(at);
      case F64 -> (long) segment.getDouble(at);
    };
  }

  /** Sets an element from a double. */
  public void setDouble(long index, double value) {
    ByteBuffer segment = segment(index);
    int at = offset(index);
    switch (dtype) {
      case BOOL -> segment.put(at, value != 0 ? (byte) 1 : 0);
      case U8 -> segment.put(at, (byte) (long) value);
      case I32 -> segment.putInt(at, (int) value);
      case I64 -> segment.putLong(at, (long) value);
      case F32 -> segment.putFloat(at, (float) value);
      case F64 -> segment.putDouble(at, value);
    }
  }

  /** Sets an element from a long. */
  public void setLong(long index, long value) {
    ByteBuffer segment = segment(index);
    int at = offset(index);
    switch (dtype) {
      case BOOL -> segment.put(at, value != 0 ? (byte) 1 : 0);
      case U8 -> segment.put(at, (byte) value);
      case I32 -> segment.putInt(at, (int) value);
      case I64 -> segment.putLong(at, value);
      case F32 -> segment.putFloat(at, (float) value);
      case F64 -> segment.putDouble(at, (double) value);
    }
  }

  /**
   * Copies elements into a Java array whose component type has the same bits, one of {@code byte[]
   * int[] long[] float[] double[]}.
   */
  public void read(long index, Object array, int from, int count) {
    transfer(index, array, from, count, true);
  }

  /** Copies elements from a Java array whose component type has the same bits. */
  public void write(long index, Object array, int from, int count) {
    transfer(index, array, from, count, false);
  }

  private void transfer(long index, Object array, int from, int count, boolean read) {
    Objects.checkFromIndexSize(index, count, size);
    int done = 0;
    while (done < count) {
      long at = index + done;
      int inSegment = ((SEGMENT_MASK - offset(at)) >> shift) + 1;
      int some = Math.min(count - done, inSegment);
      ByteBuffer part = segment(at).duplicate().order(ByteOrder.nativeOrder());
      part.position(offset(at));
      move(part, array, from + done, some, read);
      done += some;
    }
  }

  private static void move(ByteBuffer part, Object array, int from, int count, boolean read) {
    if (array instanceof double[] values) {
      if (read) {
        part.asDoubleBuffer().get(values, from, count);
      } else {
        part.asDoubleBuffer().put(values, from, count);
      }
    } else if (array instanceof float[] values) {
      if (read) {
        part.asFloatBuffer().get(values, from, count);
      } else {
        part.asFloatBuffer().put(values, from, count);
      }
    } else if (array instanceof int[] values) {
      if (read) {
        part.asIntBuffer().get(values, from, count);
      } else {
        part.asIntBuffer().put(values, from, count);
      }
    } else if (array instanceof long[] values) {
      if (read) {
        part.asLongBuffer().get(values, from, count);
      } else {
        part.asLongBuffer().put(values, from, count);
      }
    } else if (array instanceof byte[] values) {
      if (read) {
        part.get(values, from, count);
      } else {
        part.put(values, from, count);
      }
    } else {
      throw new IllegalArgumentException("no bulk copy for " + array.getClass());
    }
  }

  private ByteBuffer segment(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("element " + index + " of " + size);
    }
    return segments[(int) (index >>> (SEGMENT_BITS - shift))];
  }

  private int offset(long index) {
    return (int) (index << shift) & SEGMENT_MASK;
  }
}

package org.croton.processor.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.croton.DType;
import org.croton.processor.ir.Literal;

/** Arrays as C sees them: little-endian elements in a row. */
final class Bytes {
  private Bytes() {}

  static byte[] of(Literal value) {
    ByteBuffer out = buffer(value.count() * value.dtype().bytes());
    for (int i = 0; i < value.count(); i++) {
      switch (value.dtype()) {
        case F32 -> out.putFloat((float) value.real(i));
        case F64 -> out.putDouble(value.real(i));
        case I32 -> out.putInt((int) value.integer(i));
        case I64 -> out.putLong(value.integer(i));
        case U8, BOOL -> out.put((byte) value.integer(i));
      }
    }
    return out.array();
  }

  static Literal read(DType dtype, int[] shape, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = Literal.count(shape);
    double[] reals = new double[dtype.isFloating() ? count : 0];
    long[] integers = new long[dtype.isFloating() ? 0 : count];
    for (int i = 0; i < count; i++) {
      switch (dtype) {
        case F32 -> reals[i] = in.getFloat();
        case F64 -> reals[i] = in.getDouble();
        case I32 -> integers[i] = in.getInt();
        case I64 -> integers[i] = in.getLong();
        case U8, BOOL -> integers[i] = in.get() & 0xFF;
      }
    }
    return dtype.isFloating()
        ? Literal.reals(dtype, shape, reals)
        : Literal.integers(dtype, shape, integers);
  }

  static byte[] longs(long... values) {
    ByteBuffer out = buffer(values.length * Long.BYTES);
    for (long value : values) {
      out.putLong(value);
    }
    return out.array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}

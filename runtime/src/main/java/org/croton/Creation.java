package org.croton;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.croton.runtime.Elements;
import org.croton.runtime.Storage;
import org.croton.runtime.TensorAccess;

/** Fills new tensors, copies whole ones, and reads single elements. */
final class Creation {
  private Creation() {}

  static Tensor full(DType dtype, double value, int... shape) {
    checkHolds(dtype, value);
    Tensor tensor = TensorAccess.uninitialized(dtype, shape);
    Elements elements = TensorAccess.elements(tensor);
    for (long i = 0; i < elements.size(); i++) {
      elements.setDouble(i, value);
    }
    return tensor;
  }

  static Tensor full(DType dtype, long value, int... shape) {
    if (dtype != DType.I64) {
      return full(dtype, (double) value, shape);
    }
    Tensor tensor = TensorAccess.uninitialized(dtype, shape);
    Elements elements = TensorAccess.elements(tensor);
    for (long i = 0; i < elements.size(); i++) {
      elements.setLong(i, value);
    }
    return tensor;
  }

  static Tensor scalar(long value) {
    Tensor tensor = TensorAccess.uninitialized(DType.I64);
    TensorAccess.elements(tensor).setLong(0, value);
    return tensor;
  }

  static Tensor fill(DType dtype, LongToDoubleFunction function, int... shape) {
    Tensor tensor = TensorAccess.uninitialized(dtype, shape);
    Elements elements = TensorAccess.elements(tensor);
    for (long i = 0; i < elements.size(); i++) {
      double value = function.applyAsDouble(i);
      checkHolds(dtype, value);
      elements.setDouble(i, value);
    }
    return tensor;
  }

  static Tensor random(DType dtype, Distribution distribution, long seed, int... shape) {
    if (!dtype.isFloating()) {
      throw new DTypeException("random numbers are F32 or F64, not " + dtype);
    }
    return fill(dtype, i -> distribution.sample(seed, i), shape);
  }

  static Tensor arange(DType dtype, double from, double to, double step) {
    double count = Math.ceil((to - from) / step);
    if (step == 0 || Double.isNaN(count) || count > Integer.MAX_VALUE) {
      throw new ShapeException("no range goes from " + from + " to " + to + " by " + step);
    }
    return fill(dtype, i -> from + i * step, (int) Math.max(0, count));
  }

  static Tensor eye(DType dtype, int n) {
    Tensor tensor = Tensor.zeros(dtype, n, n);
    Elements elements = TensorAccess.elements(tensor);
    for (long i = 0; i < n; i++) {
      elements.setLong(i * (n + 1L), 1);
    }
    return tensor;
  }

  /** Floating types round, as Java's casts do; the others must hold the value exactly. */
  private static void checkHolds(DType dtype, double value) {
    boolean holds =
        switch (dtype) {
          case BOOL -> value == 0 || value == 1;
          case U8 -> value == ((int) value & 0xff);
          case I32 -> value == (int) value;
          case I64 -> value == (long) value && value != 0x1p63;
          case F32, F64 -> true;
        };
    if (!holds) {
      throw new DTypeException(dtype + " cannot hold the value " + value);
    }
  }

  static void copy(Storage from, Storage to) {
    ByteBuffer[] source = from.segments();
    ByteBuffer[] target = to.segments();
    for (int i = 0; i < source.length; i++) {
      target[i].duplicate().put(source[i].duplicate());
    }
  }

  static void checkSame(Tensor target, Tensor source, String sourceName) {
    if (target.dtype() != source.dtype()) {
      throw new DTypeException(
          sourceName + " is " + source.dtype() + " and the target " + target.dtype());
    }
    if (!Arrays.equals(target.shape(), source.shape())) {
      throw new ShapeException(
          sourceName
              + " has shape "
              + Arrays.toString(source.shape())
              + " and the target "
              + Arrays.toString(target.shape()));
    }
  }

  static void checkWrap(ByteBuffer direct, DType dtype, int[] shape, long bytes) {
    if (!direct.isDirect() || direct.isReadOnly()) {
      throw new CrotonException("only a writable direct ByteBuffer can be wrapped");
    }
    if (direct.order() != ByteOrder.nativeOrder()) {
      throw new CrotonException("a wrapped buffer must have the order " + ByteOrder.nativeOrder());
    }
    if (direct.remaining() != bytes) {
      throw new ShapeException(
          "shape "
              + Arrays.toString(shape)
              + " of "
              + dtype
              + " needs "
              + bytes
              + " bytes, but the buffer has "
              + direct.remaining());
    }
    if (direct.alignmentOffset(direct.position(), dtype.bytes()) != 0) {
      throw new CrotonException(
          "the buffer's first byte is not aligned to the " + dtype.bytes() + " bytes of " + dtype);
    }
  }

  static double item(Tensor tensor) {
    Elements elements = only(tensor, "item()");
    double value = elements.getDouble(0);
    if (tensor.dtype() == DType.I64 && (elements.getLong(0) != (long) value || value == 0x1p63)) {
      throw new ArithmeticException(
          elements.getLong(0) + " is no double; toLong() gives it exactly");
    }
    return value;
  }

  static long integer(Tensor tensor) {
    if (tensor.dtype().isFloating()) {
      throw new DTypeException(
          "toInt() of an integer tensor was expected, not of " + tensor.dtype());
    }
    return only(tensor, "toInt()").getLong(0);
  }

  static boolean truth(Tensor tensor) {
    if (tensor.dtype() != DType.BOOL) {
      throw new DTypeException("isTrue() of a BOOL tensor was expected, not of " + tensor.dtype());
    }
    return only(tensor, "isTrue()").getLong(0) != 0;
  }

  private static Elements only(Tensor tensor, String method) {
    if (tensor.size() != 1) {
      throw new ShapeException(
          method
              + " needs a tensor of one element, not of shape "
              + Arrays.toString(tensor.shape()));
    }
    return TensorAccess.elements(tensor);
  }

  static void checkRank(Tensor tensor, int rank) {
    if (tensor.rank() != rank) {
      throw new ShapeException(
          "a tensor of rank "
              + rank
              + " was expected, not of shape "
              + Arrays.toString(tensor.shape()));
    }
  }
}

package org.croton.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.croton.DType;
import org.croton.DTypeException;
import org.croton.ShapeException;
import org.croton.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Copies between tensors and Java's own arrays of {@code double float long int byte boolean}, of
 * any number of dimensions, which must be rectangular.
 *
 * <p>{@code byte} is {@link DType#U8}. A copy that could lose values is refused.
 */
public final class JavaArrays {
  /** Elements of short rows that are copied together. */
  private static final int ROWS_AT_ONCE = 1024;

  private JavaArrays() {}

  /**
   * A new tensor with an array's elements, its shape and the element type of its component type.
   *
   * @throws ShapeException if the array is ragged
   * @throws DTypeException if its component type is none of the above
   */
  public static Tensor tensor(Object array) {
    int[] shape = shape(array);
    Tensor tensor = TensorAccess.uninitialized(dtype(component(array)), shape);
    copyAll(TensorAccess.elements(tensor), array, 0, false);
    return tensor;
  }

  /**
   * Copies an array's elements into a tensor of the same shape, which is returned.
   *
   * @throws ShapeException if the array is ragged or the shapes differ
   * @throws DTypeException if elements could lose their value
   */
  public static Tensor write(Object array, Tensor tensor) {
    checkShape(array, tensor);
    checkLossless(dtype(component(array)), tensor.dtype(), "the array");
    copyAll(TensorAccess.elements(tensor), array, 0, false);
    TensorAccess.setLineage(tensor, null);
    return tensor;
  }

  /**
   * Copies a tensor's elements into an array of the same shape.
   *
   * @throws ShapeException if the array is ragged or the shapes differ
   * @throws DTypeException if elements could lose their value
   */
  public static void read(Tensor tensor, Object array) {
    checkShape(array, tensor);
    checkLossless(tensor.dtype(), dtype(component(array)), "the tensor");
    copyAll(TensorAccess.elements(tensor), array, 0, true);
  }

  /**
   * Copies a rectangular array's elements into a storage from an offset on.
   *
   * @param offset in bytes, a multiple of the element's size
   */
  public static void copyIn(Object array, Storage storage, DType dtype, long offset) {
    copyAll(elements(storage, dtype), array, offset / dtype.bytes(), false);
  }

  /**
   * Fills a rectangular array with elements of a storage from an offset on.
   *
   * @param offset in bytes, a multiple of the element's size
   */
  public static void copyOut(Storage storage, DType dtype, long offset, Object array) {
    copyAll(elements(storage, dtype), array, offset / dtype.bytes(), true);
  }

  private static Elements elements(Storage storage, DType dtype) {
    return new Elements(storage, dtype, storage.bytes() / dtype.bytes());
  }

  /**
   * A new array with a tensor's elements and shape; a rank of 0 gives one element.
   *
   * @param component the array's innermost component type, such as {@code float.class}
   * @throws DTypeException if elements could lose their value
   */
  public static Object array(Tensor tensor, Class<?> component) {
    checkLossless(tensor.dtype(), dtype(component), "the tensor");
    int[] shape = TensorAccess.sharedShape(tensor);
    Object array = Array.newInstance(component, shape.length == 0 ? new int[] {1} : shape);
    copyAll(TensorAccess.elements(tensor), array, 0, true);
    return array;
  }

  /**
   * A new flat array with a tensor's elements in row-major order.
   *
   * @throws DTypeException if elements could lose their value
   * @throws ShapeException if there are more elements than an array can have
   */
  public static Object flat(Tensor tensor, Class<?> component) {
    checkLossless(tensor.dtype(), dtype(component), "the tensor");
    if (tensor.size() > Integer.MAX_VALUE - 8) {
      throw new ShapeException("a Java array cannot have " + tensor.size() + " elements");
    }
    Object array = Array.newInstance(component, (int) tensor.size());
    copyAll(TensorAccess.elements(tensor), array, 0, true);
    return array;
  }

  /**
   * Copies a flat array in row-major order into a tensor with as many elements; returns it.
   *
   * @throws DTypeException if elements could lose their value
   * @throws ShapeException if the sizes differ
   */
  public static Tensor writeFlat(Object array, Tensor tensor) {
    checkLossless(dtype(component(array)), tensor.dtype(), "the array");
    if (Array.getLength(array) != tensor.size()) {
      throw new ShapeException(
          Array.getLength(array) + " values for a tensor of " + tensor.size() + " elements");
    }
    copyAll(TensorAccess.elements(tensor), array, 0, false);
    TensorAccess.setLineage(tensor, null);
    return tensor;
  }

  /**
   * An array's shape.
   *
   * @throws ShapeException if it is ragged or a row is null
   */
  public static int[] shape(Object array) {
    int rank = 0;
    for (Class<?> type = array.getClass(); type.isArray(); type = type.getComponentType()) {
      rank++;
    }
    int[] shape = new int[rank];
    Object level = array;
    for (int axis = 0; axis < rank && level != null; axis++) {
      shape[axis] = Array.getLength(level);
      level = axis + 1 < rank && shape[axis] > 0 ? Array.get(level, 0) : null;
    }
    checkRectangular(array, shape, 0, "");
    return shape;
  }

  private static void checkRectangular(
      @Nullable Object level, int[] shape, int axis, String position) {
    if (level == null) {
      throw new ShapeException("row " + position + " of the array is null");
    }
    if (Array.getLength(level) != shape[axis]) {
      throw new ShapeException(
          "the array is ragged: row "
              + position
              + " has "
              + Array.getLength(level)
              + " elements where the first has "
              + shape[axis]);
    }
    if (level instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        checkRectangular(rows[i], shape, axis + 1, position + "[" + i + "]");
      }
    }
  }

  private static long copyAll(Elements elements, Object array, long index, boolean read) {
    if (array instanceof Object[] rows) {
      if (areShort(rows, elements.dtype())) {
        return copyRows(elements, rows, index, read);
      }
      long next = index;
      for (Object row : rows) {
        next = copyAll(elements, row, next, read);
      }
      return next;
    }
    int count = Array.getLength(array);
    Class<?> component = array.getClass().getComponentType();
    if (component != boolean.class && dtype(component) == elements.dtype()) {
      transfer(elements, array, index, count, read);
    } else if (read) {
      readEach(elements, array, index, count);
    } else {
      writeEach(elements, array, index, count);
    }
    return index + count;
  }

  /** Whether rows are so short that a copy of each would take longer than of many at once. */
  private static boolean areShort(Object[] rows, DType dtype) {
    Class<?> component = rows.getClass().getComponentType().getComponentType();
    return rows.length > 1
        && component.isPrimitive()
        && component != boolean.class
        && dtype(component) == dtype
        && Array.getLength(rows[0]) < ROWS_AT_ONCE / 8;
  }

  private static long copyRows(Elements elements, Object[] rows, long index, boolean read) {
    int length = Array.getLength(rows[0]);
    int atOnce = Math.min(rows.length, ROWS_AT_ONCE / Math.max(1, length));
    Object flat =
        Array.newInstance(
            rows[0].getClass().getComponentType(), Math.multiplyExact(atOnce, length));
    long next = index;
    for (int first = 0; first < rows.length; first += atOnce) {
      int end = Math.min(rows.length, first + atOnce);
      int count = (end - first) * length;
      if (read) {
        elements.read(next, flat, 0, count);
      }
      for (int row = first; row < end; row++) {
        Object from = read ? flat : rows[row];
        Object to = read ? rows[row] : flat;
        int at = (row - first) * length;
        System.arraycopy(from, read ? at : 0, to, read ? 0 : at, length);
      }
      if (!read) {
        elements.write(next, flat, 0, count);
      }
      next += count;
    }
    return next;
  }

  private static void transfer(Elements elements, Object array, long index, int n, boolean read) {
    if (read) {
      elements.read(index, array, 0, n);
    } else {
      elements.write(index, array, 0, n);
    }
  }

  private static void readEach(Elements elements, Object array, long index, int count) {
    for (int i = 0; i < count; i++) {
      if (array instanceof boolean[] values) {
        values[i] = elements.getLong(index + i) != 0;
      } else if (array instanceof double[] values) {
        values[i] = elements.getDouble(index + i);
      } else if (array instanceof float[] values) {
        values[i] = (float) elements.getDouble(index + i);
      } else if (array instanceof long[] values) {
        values[i] = elements.getLong(index + i);
      } else if (array instanceof int[] values) {
        values[i] = (int) elements.getLong(index + i);
      } else {
        ((byte[]) array)[i] = (byte) elements.getLong(index + i);
      }
    }
  }

  private static void writeEach(Elements elements, Object array, long index, int count) {
    for (int i = 0; i < count; i++) {
      if (array instanceof boolean[] values) {
        elements.setLong(index + i, values[i] ? 1 : 0);
      } else if (array instanceof byte[] values) {
        elements.setLong(index + i, values[i] & 0xff);
      } else if (array instanceof double[] || array instanceof float[]) {
        elements.setDouble(index + i, Array.getDouble(array, i));
      } else {
        elements.setLong(index + i, Array.getLong(array, i));
      }
    }
  }

  private static Class<?> component(Object array) {
    Class<?> type = array.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    return type;
  }

  /**
   * The element type of a Java component type.
   *
   * @throws DTypeException if there is none
   */
  public static DType dtype(Class<?> component) {
    if (component == double.class) {
      return DType.F64;
    } else if (component == float.class) {
      return DType.F32;
    } else if (component == long.class) {
      return DType.I64;
    } else if (component == int.class) {
      return DType.I32;
    } else if (component == byte.class) {
      return DType.U8;
    } else if (component == boolean.class) {
      return DType.BOOL;
    }
    throw new DTypeException("no element type holds the Java type " + component.getName());
  }

  private static void checkShape(Object array, Tensor tensor) {
    int[] shape = shape(array);
    if (!Arrays.equals(shape, TensorAccess.sharedShape(tensor))) {
      throw new ShapeException(
          "the array has shape "
              + Arrays.toString(shape)
              + " and the tensor "
              + Arrays.toString(tensor.shape()));
    }
  }

  private static void checkLossless(DType from, DType to, String what) {
    if (!DType.lossless(from, to)) {
      throw new DTypeException(
          what + " is " + from + ", which " + to + " cannot hold exactly; cast says it");
    }
  }
}

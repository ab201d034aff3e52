package org.croton.processor.ir;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * An array of known elements: the content of a constant and the value type of the reference
 * evaluator. Row-major. Floating elements are held as doubles (an F32 element is always exactly
 * representable as float), all others as longs (booleans are 0 and 1). Equality is by bit pattern:
 * 0.0 and -0.0 differ, NaN equals itself.
 */
public final class Literal {
  private final DType dtype;
  private final int[] shape;
  private final double[] reals;
  private final long[] integers;

  private Literal(DType dtype, int[] shape, double[] reals, long[] integers) {
    this.dtype = dtype;
    this.shape = shape;
    this.reals = reals;
    this.integers = integers;
  }

  /** Floating array; elements are rounded to {@code dtype}. The arrays are not copied. */
  public static Literal reals(DType dtype, int[] shape, double[] elements) {
    if (!dtype.isFloating() || count(shape) != elements.length) {
      throw new IllegalArgumentException(dtype + Arrays.toString(shape) + elements.length);
    }
    if (dtype == DType.F32) {
      for (int i = 0; i < elements.length; i++) {
        elements[i] = (float) elements[i];
      }
    }
    return new Literal(dtype, shape, elements, new long[0]);
  }

  /** Integer or boolean array; elements wrap to the width of {@code dtype}. Not copied. */
  public static Literal integers(DType dtype, int[] shape, long[] elements) {
    if (dtype.isFloating() || count(shape) != elements.length) {
      throw new IllegalArgumentException(dtype + Arrays.toString(shape) + elements.length);
    }
    for (int i = 0; i < elements.length; i++) {
      elements[i] = wrap(dtype, elements[i]);
    }
    return new Literal(dtype, shape, new double[0], elements);
  }

  /** A floating or integer scalar of {@code dtype}. */
  public static Literal scalar(DType dtype, double value) {
    return dtype.isFloating()
        ? reals(dtype, new int[0], new double[] {value})
        : integers(dtype, new int[0], new long[] {(long) value});
  }

  public static Literal scalar(DType dtype, long value) {
    return dtype.isFloating()
        ? reals(dtype, new int[0], new double[] {(double) value})
        : integers(dtype, new int[0], new long[] {value});
  }

  private static long wrap(DType dtype, long value) {
    switch (dtype) {
      case BOOL:
        return value != 0 ? 1 : 0;
      case U8:
        return value & 0xFF;
      case I32:
        return (int) value;
      default:
        return value;
    }
  }

  /** Product of the sizes; throws {@link ArithmeticException} past {@code int}. */
  public static int count(int[] shape) {
    int count = 1;
    for (int size : shape) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  public DType dtype() {
    return dtype;
  }

  public int[] shape() {
    return shape.clone();
  }

  public int rank() {
    return shape.length;
  }

  public int count() {
    return count(shape);
  }

  public TensorType type() {
    return new TensorType(dtype, Shape.of(shape));
  }

  /** Element at a flat position as a double, whatever the dtype. */
  public double real(int position) {
    return dtype.isFloating() ? reals[position] : (double) integers[position];
  }

  /** Element at a flat position of an integer or boolean array. */
  public long integer(int position) {
    return dtype.isFloating() ? (long) reals[position] : integers[position];
  }

  /** Same elements under another shape of the same count. */
  public Literal reshape(int... other) {
    if (count(other) != count()) {
      throw new IllegalArgumentException(Arrays.toString(other));
    }
    return new Literal(dtype, other.clone(), reals, integers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Literal)) {
      return false;
    }
    Literal that = (Literal) other;
    return dtype == that.dtype
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(reals, that.reals)
        && Arrays.equals(integers, that.integers);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * dtype.hashCode() + Arrays.hashCode(shape))
        + Arrays.hashCode(reals)
        + Arrays.hashCode(integers);
  }

  /** Elements in reading order, e.g. {@code 1.5} or {@code {1.0, 2.0}}. */
  @Override
  public String toString() {
    String text =
        IntStream.range(0, count())
            .mapToObj(i -> dtype.isFloating() ? Double.toString(real(i)) : element(integer(i)))
            .collect(Collectors.joining(", "));
    return rank() == 0 ? text : "{" + text + "}";
  }

  private String element(long value) {
    return dtype == DType.BOOL ? Boolean.toString(value != 0) : Long.toString(value);
  }
}

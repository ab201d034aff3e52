package org.croton;

import org.croton.runtime.JavaArrays;

/**
 * The methods of {@link Tensor} that copy elements out to Java and in from Java.
 *
 * <p>They convert only where every value of the one type is a value of the other, and throw {@link
 * DTypeException} otherwise; {@link ShapeException} says that sizes differ or an array is ragged.
 */
public sealed interface TensorContents permits Tensor {
  /** The only element as a double; throws {@link ShapeException} if there are more or none. */
  default double item() {
    return Creation.item((Tensor) this);
  }

  /**
   * The only element of an integer or truth tensor; throws {@link ArithmeticException} if too
   * large.
   */
  default int toInt() {
    return Math.toIntExact(toLong());
  }

  /** The only element of an integer or truth tensor. */
  default long toLong() {
    return Creation.integer((Tensor) this);
  }

  /** The only element of a truth tensor. */
  default boolean isTrue() {
    return Creation.truth((Tensor) this);
  }

  /** The elements in row-major order. */
  default double[] toDoubles() {
    return (double[]) JavaArrays.flat((Tensor) this, double.class);
  }

  /** The elements in row-major order. */
  default float[] toFloats() {
    return (float[]) JavaArrays.flat((Tensor) this, float.class);
  }

  /** The elements in row-major order. */
  default int[] toInts() {
    return (int[]) JavaArrays.flat((Tensor) this, int.class);
  }

  /** The elements in row-major order. */
  default long[] toLongs() {
    return (long[]) JavaArrays.flat((Tensor) this, long.class);
  }

  /** The elements in row-major order; unsigned. */
  default byte[] toBytes() {
    return (byte[]) JavaArrays.flat((Tensor) this, byte.class);
  }

  /** The elements of a truth tensor in row-major order. */
  default boolean[] toBooleans() {
    return (boolean[]) JavaArrays.flat((Tensor) this, boolean.class);
  }

  /** The rows of a matrix; throws {@link ShapeException} for another rank. */
  default double[][] toDoubles2() {
    Creation.checkRank((Tensor) this, 2);
    return (double[][]) JavaArrays.array((Tensor) this, double.class);
  }

  /** The rows of a matrix; throws {@link ShapeException} for another rank. */
  default float[][] toFloats2() {
    Creation.checkRank((Tensor) this, 2);
    return (float[][]) JavaArrays.array((Tensor) this, float.class);
  }

  /** Overwrites all elements by a flat row-major array of as many values; returns this tensor. */
  default Tensor copyFrom(double[] values) {
    return JavaArrays.writeFlat(values, (Tensor) this);
  }

  /** Overwrites all elements by a flat row-major array of as many values; returns this tensor. */
  default Tensor copyFrom(float[] values) {
    return JavaArrays.writeFlat(values, (Tensor) this);
  }

  /** Overwrites all elements by a flat row-major array of as many values; returns this tensor. */
  default Tensor copyFrom(int[] values) {
    return JavaArrays.writeFlat(values, (Tensor) this);
  }

  /** Overwrites all elements by a flat row-major array of as many values; returns this tensor. */
  default Tensor copyFrom(long[] values) {
    return JavaArrays.writeFlat(values, (Tensor) this);
  }

  /** Overwrites all elements by a flat row-major array of as many values; returns this tensor. */
  default Tensor copyFrom(byte[] values) {
    return JavaArrays.writeFlat(values, (Tensor) this);
  }

  /** Overwrites all elements by a flat row-major array of as many values; returns this tensor. */
  default Tensor copyFrom(boolean[] values) {
    return JavaArrays.writeFlat(values, (Tensor) this);
  }

  /** Overwrites all elements of a matrix by rows of the same shape; returns this tensor. */
  default Tensor copyFrom(double[][] rows) {
    return JavaArrays.write(rows, (Tensor) this);
  }

  /** Overwrites all elements of a matrix by rows of the same shape; returns this tensor. */
  default Tensor copyFrom(float[][] rows) {
    return JavaArrays.write(rows, (Tensor) this);
  }

  /** Overwrites all elements of a matrix by rows of the same shape; returns this tensor. */
  default Tensor copyFrom(int[][] rows) {
    return JavaArrays.write(rows, (Tensor) this);
  }
}

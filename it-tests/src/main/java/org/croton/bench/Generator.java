package org.croton.bench;

/**
 * Inputs that any language can reproduce bit for bit: a 32-bit integer hash of the position and a
 * seed.
 *
 * <p>Values lie in [-1, 1) and are multiples of 2^-31. They are scaled in double and then rounded
 * to the element type; arrays are filled in row-major order.
 */
public final class Generator {
  private Generator() {}

  /** The value at position {@code i} of the sequence {@code seed}. */
  public static double value(int i, int seed) {
    return (hash(i, seed) & 0xFFFFFFFFL) * 0x1p-31 - 1;
  }

  /** The label at position {@code i} of the sequence {@code seed}, 0 to {@code classes} - 1. */
  public static int label(int i, int seed, int classes) {
    return (int) ((hash(i, seed) & 0xFFFFFFFFL) % classes);
  }

  /** {@code count} values, each {@code offset + scale * value}. */
  public static double[] doubles(int count, int seed, double scale, double offset) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = offset + scale * value(i, seed);
    }
    return values;
  }

  /** {@link #doubles}, rounded. */
  public static float[] floats(int count, int seed, double scale, double offset) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (offset + scale * value(i, seed));
    }
    return values;
  }

  /** {@code count} labels, 0 to {@code classes} - 1. */
  public static int[] labels(int count, int seed, int classes) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = label(i, seed, classes);
    }
    return labels;
  }

  /** Cuts {@code values} into rows of {@code columns}; the length must be a multiple of it. */
  public static float[][] rows(float[] values, int columns) {
    float[][] rows = new float[values.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  /** Cuts {@code values} into rows of {@code columns}; the length must be a multiple of it. */
  public static double[][] rows(double[] values, int columns) {
    double[][] rows = new double[values.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  private static int hash(int i, int seed) {
    int h = i * 0x9E3779B1 + seed * 0x85EBCA77;
    h ^= h >>> 16;
    h *= 0x7feb352d;
    h ^= h >>> 15;
    h *= 0x846ca68b;
    return h ^ (h >>> 16);
  }
}

package org.croton.runtime;

import java.nio.ByteBuffer;

/**
 * Matrix products in Java: {@code c = alpha * a b + beta * c}, where {@code c} is not read if
 * {@code beta} is 0. Positions and strides are in elements.
 */
public final class JavaProduct {
  /** The sizes: {@code a} is m x k, {@code b} is k x n, {@code c} is m x n. */
  private final int m;

  private final int n;
  private final int k;

  /** A product of the given sizes. */
  public JavaProduct(long m, long n, long k) {
    this.m = Math.toIntExact(m);
    this.n = Math.toIntExact(n);
    this.k = Math.toIntExact(k);
  }

  /** Where a matrix is within a buffer. */
  public record Place(ByteBuffer buffer, long origin, long rowStride, long columnStride) {
    private int at(int row, int column, int shift) {
      return (int) (origin + row * rowStride + column * columnStride) << shift;
    }
  }

  /** Product of doubles. */
  public void multiply(double alpha, Place a, Place b, double beta, Place c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a.buffer.getDouble(a.at(i, p, 3)) * b.buffer.getDouble(b.at(p, j, 3));
        }
        int at = c.at(i, j, 3);
        double product = alpha * sum;
        c.buffer.putDouble(at, beta == 0 ? product : product + beta * c.buffer.getDouble(at));
      }
    }
  }

  /** Product of floats. */
  public void multiply(float alpha, Place a, Place b, float beta, Place c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a.buffer.getFloat(a.at(i, p, 2)) * b.buffer.getFloat(b.at(p, j, 2));
        }
        int at = c.at(i, j, 2);
        float product = alpha * sum;
        c.buffer.putFloat(at, beta == 0 ? product : product + beta * c.buffer.getFloat(at));
      }
    }
  }

  /** Product of longs; results wrap. */
  public void multiply(long alpha, Place a, Place b, long beta, Place c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        long sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a.buffer.getLong(a.at(i, p, 3)) * b.buffer.getLong(b.at(p, j, 3));
        }
        int at = c.at(i, j, 3);
        long product = alpha * sum;
        c.buffer.putLong(at, beta == 0 ? product : product + beta * c.buffer.getLong(at));
      }
    }
  }

  /** Product of ints; results wrap. */
  public void multiply(int alpha, Place a, Place b, int beta, Place c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a.buffer.getInt(a.at(i, p, 2)) * b.buffer.getInt(b.at(p, j, 2));
        }
        int at = c.at(i, j, 2);
        int product = alpha * sum;
        c.buffer.putInt(at, beta == 0 ? product : product + beta * c.buffer.getInt(at));
      }
    }
  }
}

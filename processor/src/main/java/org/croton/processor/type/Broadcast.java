package org.croton.processor.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * NumPy's broadcasting on dims: shapes align at their last axes, a dim that is the constant 1
 * stretches, and any two other dims must be equal. A named dim never stretches silently.
 */
public final class Broadcast {
  private Broadcast() {}

  /** The common shape. Throws {@link TypeMismatch} {@code shape-mismatch} naming both dims. */
  public static Shape shapes(String op, List<Shape> shapes) {
    Shape result = Shape.SCALAR;
    for (Shape shape : shapes) {
      result = pair(op, result, shape);
    }
    return result;
  }

  private static Shape pair(String op, Shape left, Shape right) {
    int rank = Math.max(left.rank(), right.rank());
    List<Dim> dims = new ArrayList<>(Collections.nCopies(rank, Dim.ONE));
    for (int back = 1; back <= rank; back++) {
      Dim a = back <= left.rank() ? left.dim(left.rank() - back) : Dim.ONE;
      Dim b = back <= right.rank() ? right.dim(right.rank() - back) : Dim.ONE;
      dims.set(rank - back, dim(op, a, b, left, right));
    }
    return new Shape(dims);
  }

  private static Dim dim(String op, Dim a, Dim b, Shape left, Shape right) {
    if (a.equals(b) || b.isOne()) {
      return a;
    }
    if (a.isOne()) {
      return b;
    }
    throw new TypeMismatch(
        "shape-mismatch",
        "cannot " + op + " " + left + " and " + right + ": dim " + a + " is not dim " + b,
        a,
        b);
  }
}

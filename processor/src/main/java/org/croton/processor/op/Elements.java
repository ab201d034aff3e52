package org.croton.processor.op;

import org.croton.processor.ir.Literal;

/** A copy of an array's elements that a reference meaning may change. */
public final class Elements {
  private final Literal origin;
  private final double[] reals;
  private final long[] integers;

  private Elements(Literal origin) {
    this.origin = origin;
    boolean floating = origin.dtype().isFloating();
    this.reals = new double[floating ? origin.count() : 0];
    this.integers = new long[floating ? 0 : origin.count()];
    for (int i = 0; i < origin.count(); i++) {
      set(i, origin, i);
    }
  }

  public static Elements copyOf(Literal origin) {
    return new Elements(origin);
  }

  /** Makes the element at a flat position that of another array of the dtype. */
  public void set(int position, Literal from, int source) {
    if (origin.dtype().isFloating()) {
      reals[position] = from.real(source);
    } else {
      integers[position] = from.integer(source);
    }
  }

  /** Adds an element of another array of the dtype to the one at a flat position. */
  public void add(int position, Literal from, int source) {
    if (origin.dtype().isFloating()) {
      reals[position] += from.real(source);
    } else {
      integers[position] += from.integer(source);
    }
  }

  /** The array as it is now. Not to be changed afterwards. */
  public Literal literal() {
    return origin.dtype().isFloating()
        ? Literal.reals(origin.dtype(), origin.shape(), reals)
        : Literal.integers(origin.dtype(), origin.shape(), integers);
  }
}

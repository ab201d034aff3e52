package org.croton;

/**
 * The axes of a reduction that keep a dim of size one in the result; made by {@link Ops#keep}.
 *
 * <p>No axes at all means every axis. Negative axes count from the end.
 */
public final class Axes {
  private final int[] axes;

  private Axes(int[] axes) {
    this.axes = axes;
  }

  static Axes keep(int... axes) {
    return new Axes(axes.clone());
  }

  /** A copy of the axes as they were given. */
  public int[] toArray() {
    return axes.clone();
  }

  @Override
  public String toString() {
    return "keep" + java.util.Arrays.toString(axes);
  }
}

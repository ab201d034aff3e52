package org.croton;

/** The parts of index expressions and the axes that reductions keep. */
public abstract sealed class IndexOps extends ArrayOps permits MapOps {
  IndexOps() {}

  /** One position along an axis, which goes; negative positions count from the end. */
  public static Index at(int position) {
    return Index.at(position);
  }

  /** A whole axis. */
  public static Index all() {
    return Index.range(null, null, 1);
  }

  /**
   * The positions from {@code from} to {@code to}, exclusively; negative ones count from the end.
   */
  public static Index range(int from, int to) {
    return Index.range(from, to, 1);
  }

  /**
   * Every {@code step}-th position from {@code from} to {@code to}, exclusively; a negative step
   * walks backwards.
   *
   * @throws CrotonException if the step is 0
   */
  public static Index range(int from, int to, int step) {
    return Index.range(from, to, step);
  }

  /** The positions from {@code from} to the end of the axis. */
  public static Index from(int from) {
    return Index.range(from, null, 1);
  }

  /** A new axis of size 1. */
  public static Index newAxis() {
    return Index.newAxis();
  }

  /** As many whole axes as the other parts of the index leave over; at most once per index. */
  public static Index ellipsis() {
    return Index.ellipsis();
  }

  /** The axes of a reduction, to stay with size 1; none means all. */
  public static Axes keep(int... axes) {
    return Axes.keep(axes);
  }
}

package org.croton;

import java.util.Arrays;
import org.croton.runtime.Elements;

/**
 * Lays out a tensor as NumPy does: nested brackets, aligned columns, lines of at most 75
 * characters, and only three elements at either end of each axis where there are more than 1000 in
 * all.
 */
final class TensorText {
  private static final int LINE = 75;
  private static final int THRESHOLD = 1000;
  private static final int EDGE = 3;

  private final Elements elements;
  private final int[] shape;
  private final boolean summarised;
  private final StringBuilder out = new StringBuilder();
  private long[] shownPositions = new long[THRESHOLD];

  TensorText(Elements elements, int[] shape) {
    this.elements = elements;
    this.shape = shape;
    this.summarised = elements.size() > THRESHOLD;
  }

  @Override
  public String toString() {
    if (shape.length == 0) {
      return NumberColumns.alone(elements);
    }
    if (elements.size() == 0) {
      return "[]";
    }
    level(new NumberColumns(elements, shown()), 0, 0, elements.size());
    return out.toString();
  }

  /** The flat positions that will be printed, which decide the columns' widths. */
  private long[] shown() {
    int count = collect(0, 0, 0, elements.size());
    return Arrays.copyOf(shownPositions, count);
  }

  /** Appends the positions below an axis; returns how many there are then. */
  private int collect(int known, int axis, long at, long count) {
    if (axis == shape.length) {
      if (known == shownPositions.length) {
        shownPositions = Arrays.copyOf(shownPositions, 2 * known);
      }
      shownPositions[known] = at;
      return known + 1;
    }
    int end = known;
    long stride = count / shape[axis];
    for (int i = 0; i < shape[axis]; i = next(axis, i)) {
      end = collect(end, axis + 1, at + i * stride, stride);
    }
    return end;
  }

  /** The position after {@code i}, jumping over the middle of a summarised axis. */
  private int next(int axis, int i) {
    return cuts(axis) && i == EDGE - 1 ? shape[axis] - EDGE : i + 1;
  }

  private boolean cuts(int axis) {
    return summarised && shape[axis] > 2 * EDGE;
  }

  private void level(NumberColumns numbers, int axis, long at, long count) {
    if (axis == shape.length - 1) {
      row(numbers, axis, at);
      return;
    }
    long stride = count / shape[axis];
    out.append('[');
    for (int i = 0; i < shape[axis]; i = next(axis, i)) {
      if (i > 0) {
        newLevel(axis);
      }
      level(numbers, axis + 1, at + i * stride, stride);
      if (cuts(axis) && i == EDGE - 1) {
        newLevel(axis);
        out.append("...");
      }
    }
    out.append(']');
  }

  private void newLevel(int axis) {
    out.append("\n".repeat(shape.length - 1 - axis)).append(" ".repeat(axis + 1));
  }

  private void row(NumberColumns numbers, int axis, long at) {
    out.append('[');
    for (int i = 0; i < shape[axis]; i = next(axis, i)) {
      if (i > 0) {
        word(numbers.text(at + i), axis);
      } else {
        out.append(numbers.text(at));
      }
      if (cuts(axis) && i == EDGE - 1) {
        word("...", axis);
      }
    }
    out.append(']');
  }

  /** Appends a word after a space, or on a new line where it would not leave room for brackets. */
  private void word(String text, int axis) {
    int column = out.length() - (out.lastIndexOf("\n") + 1);
    if (column + 1 + text.length() > LINE - axis - 1) {
      trim();
      out.append('\n').append(" ".repeat(axis + 1));
    } else {
      out.append(' ');
    }
    out.append(text);
  }

  private void trim() {
    int end = out.length();
    while (out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
  }
}

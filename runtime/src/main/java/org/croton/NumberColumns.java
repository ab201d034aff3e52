package org.croton;

import org.croton.runtime.Elements;

/**
 * Writes the numbers of one tensor to equal widths, by NumPy's rules: at most 8 digits after the
 * point, points aligned, and exponents throughout where the sizes differ much.
 */
final class NumberColumns {
  private static final int DIGITS = 8;
  private static final double BIG = 1e8;
  private static final double SMALL = 1e-4;
  private static final double SPREAD = 1000;

  private final Elements elements;
  private final boolean isFloat;
  private boolean exponents;
  private int exponentDigits = 2;
  private int fraction;
  private int before;
  private int after;

  /** Measures the elements at the given positions. */
  NumberColumns(Elements elements, long[] positions) {
    this.elements = elements;
    this.isFloat = elements.dtype() == DType.F32;
    if (elements.dtype().isFloating()) {
      exponents = needsExponents(positions);
      measureFinite(positions);
      measureSpecials(positions);
    } else {
      for (long position : positions) {
        before = Math.max(before, whole(position).length());
      }
    }
  }

  /** An element, padded to the common width. */
  String text(long position) {
    if (!elements.dtype().isFloating()) {
      return padded(whole(position), before);
    }
    double value = elements.getDouble(position);
    if (!Double.isFinite(value)) {
      return padded(NumberText.special(value), before + after);
    }
    String number = finite(value, fraction);
    int tail = number.length() - number.indexOf('.');
    return padded(number + " ".repeat(Math.max(0, after - tail)), before + after);
  }

  private boolean needsExponents(long[] positions) {
    double greatest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (long position : positions) {
      double size = Math.abs(elements.getDouble(position));
      if (size != 0 && Double.isFinite(size)) {
        greatest = Math.max(greatest, size);
        smallest = Math.min(smallest, size);
      }
    }
    return greatest != 0 && (greatest >= BIG || smallest < SMALL || greatest / smallest > SPREAD);
  }

  private void measureFinite(long[] positions) {
    if (exponents) {
      for (long position : positions) {
        double value = elements.getDouble(position);
        if (Double.isFinite(value)) {
          String text = finite(value, 0);
          fraction = Math.max(fraction, text.indexOf('e') - text.indexOf('.') - 1);
          exponentDigits = Math.max(exponentDigits, text.length() - text.indexOf('e') - 2);
        }
      }
    }
    for (long position : positions) {
      double value = elements.getDouble(position);
      if (Double.isFinite(value)) {
        String text = finite(value, fraction);
        before = Math.max(before, text.indexOf('.'));
        after = Math.max(after, text.length() - text.indexOf('.'));
      }
    }
  }

  private void measureSpecials(long[] positions) {
    for (long position : positions) {
      double value = elements.getDouble(position);
      if (!Double.isFinite(value)) {
        before = Math.max(before, NumberText.special(value).length() - after);
      }
    }
  }

  private String finite(double value, int least) {
    return exponents
        ? NumberText.scientific(value, isFloat, least, DIGITS, exponentDigits)
        : NumberText.positional(value, isFloat, DIGITS);
  }

  private String whole(long position) {
    long value = elements.getLong(position);
    if (elements.dtype() == DType.BOOL) {
      return value != 0 ? " True" : "False";
    }
    return Long.toString(value);
  }

  /** An element of a tensor of rank 0. */
  static String alone(Elements elements) {
    if (elements.dtype().isFloating()) {
      return NumberText.alone(elements.getDouble(0), elements.dtype() == DType.F32);
    }
    long value = elements.getLong(0);
    return elements.dtype() == DType.BOOL ? (value != 0 ? "True" : "False") : Long.toString(value);
  }

  private static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}

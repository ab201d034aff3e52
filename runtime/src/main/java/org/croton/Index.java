package org.croton;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index expression such as {@code x.get(all(), range(1, -1), at(k))}; made by the
 * functions of {@link Ops}, or all parts at once from text by {@link #parse}.
 *
 * @param kind what it selects
 * @param from the position of {@link Kind#AT}, or where a range starts; null at the range's natural
 *     start
 * @param to where a range stops, exclusively; null at the range's natural stop
 * @param step the distance of a range's elements, not 0; negative steps walk backwards
 */
public record Index(Kind kind, @Nullable Integer from, @Nullable Integer to, int step) {
  /** What an index part selects. */
  public enum Kind {
    /** One position along an axis, which vanishes from the result. */
    AT,
    /** Several positions along an axis. */
    RANGE,
    /** A new axis of size one; it takes no axis of the tensor. */
    NEW_AXIS,
    /** As many whole axes as the other parts leave over. */
    ELLIPSIS
  }

  /**
   * Checks the parts.
   *
   * @throws CrotonException if the step is 0
   */
  public Index {
    if (step == 0) {
      throw new CrotonException("the step of a range cannot be 0");
    }
  }

  static Index at(int position) {
    return new Index(Kind.AT, position, null, 1);
  }

  static Index range(@Nullable Integer from, @Nullable Integer to, int step) {
    return new Index(Kind.RANGE, from, to, step);
  }

  static Index newAxis() {
    return new Index(Kind.NEW_AXIS, null, null, 1);
  }

  static Index ellipsis() {
    return new Index(Kind.ELLIPSIS, null, null, 1);
  }

  /**
   * Reads a comma-separated index of literals as NumPy writes it: integers, {@code from:to:step}
   * with any part left out, {@code newaxis} or {@code None}, and {@code ...}.
   *
   * @throws CrotonException if the text is none, quoting the part that is wrong
   */
  public static Index[] parse(String text) {
    String[] parts = text.split(",", -1);
    Index[] result = new Index[parts.length];
    boolean ellipsis = false;
    for (int i = 0; i < parts.length; i++) {
      result[i] = parsePart(parts[i].trim(), text);
      if (result[i].kind == Kind.ELLIPSIS) {
        if (ellipsis) {
          throw new CrotonException("an index has at most one \"...\", but this has two: " + text);
        }
        ellipsis = true;
      }
    }
    return result;
  }

  private static Index parsePart(String part, String text) {
    if (part.equals("...")) {
      return ellipsis();
    }
    if (part.equals("newaxis") || part.equals("None")) {
      return newAxis();
    }
    String[] numbers = part.split(":", -1);
    if (numbers.length > 3 || part.isEmpty()) {
      throw wrong(part, text);
    }
    Integer first = number(numbers[0], part, text);
    if (numbers.length == 1) {
      if (first == null) {
        throw wrong(part, text);
      }
      return at(first);
    }
    Integer step = numbers.length < 3 ? null : number(numbers[2], part, text);
    return range(first, number(numbers[1], part, text), step == null ? 1 : step);
  }

  private static @Nullable Integer number(String digits, String part, String text) {
    String trimmed = digits.trim();
    try {
      return trimmed.isEmpty() ? null : Integer.valueOf(trimmed);
    } catch (NumberFormatException e) {
      throw wrong(part, text);
    }
  }

  private static CrotonException wrong(String part, String text) {
    return new CrotonException(
        "\"" + part + "\" in the index \"" + text + "\" is no integer, range, newaxis or \"...\"");
  }

  /** The part as {@link #parse} reads it. */
  @Override
  public String toString() {
    return switch (kind) {
      case AT -> String.valueOf(from);
      case NEW_AXIS -> "newaxis";
      case ELLIPSIS -> "...";
      case RANGE ->
          (from == null ? "" : from) + ":" + (to == null ? "" : to) + (step == 1 ? "" : ":" + step);
    };
  }
}

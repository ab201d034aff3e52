package org.croton.processor.type;

import java.util.Set;

/** Reads a dim as {@link DimText} prints it. */
final class DimReader {
  private final String text;
  private final Set<String> existential;
  private int at;

  DimReader(String text, Set<String> existential) {
    this.text = text;
    this.existential = existential;
  }

  Dim read() {
    Dim dim = sum();
    if (at < text.length()) {
      throw unexpected();
    }
    return dim;
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("not a dim: " + text + " at " + at);
  }

  private Dim sum() {
    Dim sum = accept('-') ? product().times(Dim.of(-1)) : product();
    while (true) {
      if (accept('+')) {
        sum = sum.plus(product());
      } else if (accept('-')) {
        sum = sum.minus(product());
      } else {
        return sum;
      }
    }
  }

  private Dim product() {
    Dim product = factor();
    while (accept('*')) {
      product = product.times(factor());
    }
    return product;
  }

  private Dim factor() {
    blanks();
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.isEmpty()) {
      throw unexpected();
    }
    if (Character.isDigit(word.charAt(0))) {
      return Dim.of(Long.parseLong(word));
    }
    if (accept('(')) {
      return call(word);
    }
    return existential.contains(word) ? Dim.existential(word) : Dim.name(word);
  }

  private Dim call(String function) {
    Dim left = sum();
    require(',');
    Dim right = sum();
    require(')');
    switch (function) {
      case "floordiv":
        return left.floorDiv(right);
      case "mod":
        return left.mod(right);
      case "min":
        return left.min(right);
      case "max":
        return left.max(right);
      default:
        throw unexpected();
    }
  }

  private static boolean isNamePart(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.';
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean accept(char c) {
    blanks();
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) {
      at++;
    }
    return there;
  }

  private void require(char c) {
    if (!accept(c)) {
      throw unexpected();
    }
  }
}

package org.croton.examples.data;

import java.util.List;

/** A text as numbers: each different letter has one, in the order of the letters. */
public final class Text {
  private final int[] numbers;
  private final String alphabet;

  private Text(int[] numbers, String alphabet) {
    this.numbers = numbers;
    this.alphabet = alphabet;
  }

  /** Numbers the letters of {@code text}. */
  public static Text of(String text) {
    StringBuilder alphabet = new StringBuilder();
    text.chars().distinct().sorted().forEach(letter -> alphabet.append((char) letter));
    String all = alphabet.toString();
    return new Text(text.chars().map(all::indexOf).toArray(), all);
  }

  /** How many different letters there are. */
  public int letters() {
    return alphabet.length();
  }

  /**
   * Into how many windows of {@code length} letters each of {@code batch} equal parts of the text
   * falls.
   *
   * @throws IllegalArgumentException if the text is too short for one
   */
  public int windows(int length, int batch) {
    int windows = (numbers.length / batch - 1) / length;
    if (windows < 1) {
      throw new IllegalArgumentException("a text of " + numbers.length + " letters is too short");
    }
    return windows;
  }

  /** The letters of one window, a column for each part, {@code ahead} letters further on. */
  public int[][] window(int window, int ahead, int length, int batch) {
    int part = numbers.length / batch;
    int[][] letters = new int[length][batch];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < batch; i++) {
        letters[t][i] = numbers[i * part + window * length + t + ahead];
      }
    }
    return letters;
  }

  /** The text that numbers stand for. */
  public String spell(List<Integer> letters) {
    StringBuilder text = new StringBuilder();
    letters.forEach(letter -> text.append(alphabet.charAt(letter)));
    return text.toString();
  }
}

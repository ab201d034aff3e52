package org.croton.processor.report;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that a misspelt one most likely meant. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * {@code "; did you mean features?"} for the nearest name within a third of the length in single
   * edits (swapping neighbours is one), or nothing.
   */
  public static String suggest(String wrong, Collection<String> known) {
    return known.stream()
        .filter(name -> !name.equals(wrong))
        .filter(name -> distance(wrong, name) <= Math.max(1, (wrong.length() + 1) / 3))
        .min(
            Comparator.<String>comparingInt(name -> distance(wrong, name))
                .thenComparing(Comparator.naturalOrder()))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swap ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}

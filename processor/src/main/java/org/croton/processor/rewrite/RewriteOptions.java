package org.croton.processor.rewrite;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which rewrites may run.
 *
 * @param enabled false switches every rewrite off
 * @param disabled names of single rules that are switched off
 */
public record RewriteOptions(boolean enabled, Set<String> disabled) {
  public static final RewriteOptions ALL = new RewriteOptions(true, Set.of());
  public static final RewriteOptions NONE = new RewriteOptions(false, Set.of());

  public RewriteOptions {
    disabled = Set.copyOf(disabled);
  }

  /** With one more rule switched off. */
  public RewriteOptions without(String rule) {
    Set<String> more = new TreeSet<>(disabled);
    more.add(rule);
    return new RewriteOptions(enabled, more);
  }

  /** Whether the rule of this name may run. */
  public boolean allows(String rule) {
    return enabled && !disabled.contains(rule);
  }

  /**
   * Reads {@code all}, {@code none}, or names of rules to switch off, each after a minus, separated
   * by commas: {@code -log-product,-constant-fold}. Throws {@link IllegalArgumentException} for
   * anything else.
   */
  public static RewriteOptions parse(String text) {
    if (text.isBlank() || text.equals("all")) {
      return ALL;
    }
    if (text.equals("none")) {
      return NONE;
    }
    Set<String> names =
        Arrays.stream(text.split(",", -1)).map(RewriteOptions::name).collect(Collectors.toSet());
    return new RewriteOptions(true, names);
  }

  private static String name(String item) {
    String trimmed = item.strip();
    if (trimmed.length() < 2 || trimmed.charAt(0) != '-') {
      throw new IllegalArgumentException(
          "expected all, none, or rules to switch off such as -log-product: " + item);
    }
    return trimmed.substring(1);
  }
}

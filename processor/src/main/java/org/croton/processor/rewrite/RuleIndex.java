package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Operator;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** Rules by the operator at the root of their left side, in the order they were given. */
final class RuleIndex {
  private final Map<Operator, List<Rule>> byRoot = new HashMap<>();

  /** Throws {@link IllegalArgumentException} for a left side that is not a call. */
  RuleIndex(List<Rule> rules) {
    for (Rule rule : rules) {
      byRoot.computeIfAbsent(root(rule), key -> new ArrayList<>()).add(rule);
    }
  }

  private static Operator root(Rule rule) {
    if (rule.from() instanceof Pattern.Call) {
      return ((Pattern.Call) rule.from()).operator();
    }
    throw new IllegalArgumentException("the left side of " + rule.name() + " is not a call");
  }

  List<Rule> rules(Operator root) {
    return byRoot.getOrDefault(root, List.of());
  }
}

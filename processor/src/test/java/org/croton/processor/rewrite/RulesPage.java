package org.croton.processor.rewrite;

import java.util.List;
import java.util.stream.Collectors;
import org.croton.processor.rule.Accuracy;
import org.croton.processor.rule.Phase;
import org.croton.processor.rule.Rule;

/** Writes the page of all rewrite rules. */
final class RulesPage {
  private RulesPage() {}

  static String of(List<Rule> rules) {
    StringBuilder page = new StringBuilder();
    page.append("# Rewrite rules\n\n")
        .append("This page is generated from the rules; a test keeps it true.\n\n")
        .append(
            "A rule replaces what its left side matches. Operands of commutative ops match in\n")
        .append(
            "either order, a name that occurs twice is the same value, and a number matches a\n")
        .append(
            "constant of any dtype and shape whose elements are all that number. The phases run\n")
        .append(
            "one after the other, each until no rule fits. `-Acroton.rewrites=none` switches all\n")
        .append("rules off, `-Acroton.rewrites=-log-exp,-softmax` single ones.\n\n")
        .append(
            "Besides these rules the engine folds constants (`constant-fold`), takes broadcasts\n")
        .append(
            "off operands (`drop-broadcast`), computes functions of one argument before their\n")
        .append("argument is moved (`lift-movement`), orders the operands of commutative ops\n")
        .append(
            "(`operand-order`). It computes integer counters of loops from the iteration's number\n")
        .append("(`close-counters`). Of loops it keeps the steps that are read later\n")
        .append("(`keep-last-steps`), makes one of two that run alike (`merge-loops`), drops\n")
        .append(
            "what they carry for nobody (`drop-dead-carries`), lets inner loops work in entries of\n")
        .append(
            "the arrays of outer ones (`nest-tapes`), computes before a loop what every iteration\n")
        .append(
            "would compute alike (`hoist-invariants`), and outside of it, for all iterations at\n")
        .append(
            "once, products and maps that need not wait (`split-loop`). An array that has the\n")
        .append("same entries as a part of another one becomes that part (`share-steps`). The\n")
        .append("iterations of a method's outermost loops that need each other only for sums run\n")
        .append("side by side, 64 at a time (`block-loops`).\n\n")
        .append("## What rules promise\n\n");
    for (Accuracy accuracy : Accuracy.values()) {
      page.append("- ").append(accuracy).append(": ").append(meaning(accuracy)).append('\n');
    }
    page.append("\n## Naive formulas that come out right\n\n");
    page.append("| formula | as it is written it fails at | rules |\n| --- | --- | --- |\n");
    for (StabilityList.Entry entry : StabilityList.entries()) {
      String names = String.join(", ", entry.rules());
      page.append(String.format("| `%s` | %s | %s |%n", entry.formula(), entry.fails(), names));
    }
    page.append('\n').append(StabilityList.REST);
    for (Phase phase : Phase.values()) {
      page.append("\n## ").append(title(phase)).append("\n\n");
      page.append("| rule | from | to | where | promise |\n| --- | --- | --- | --- | --- |\n");
      page.append(
          rules.stream()
              .filter(rule -> rule.phase() == phase)
              .map(RulesPage::row)
              .collect(Collectors.joining()));
    }
    return page.toString();
  }

  private static String row(Rule rule) {
    return String.format(
        "| %s | `%s` | `%s` | %s | %s |%n",
        rule.name(), rule.from(), rule.to(), String.join(", ", rule.guardNames()), rule.accuracy());
  }

  private static String meaning(Accuracy accuracy) {
    switch (accuracy) {
      case EXACT:
        return "the same bits.";
      case EXACT_BUT_ZERO_SIGN:
        return "the same but for the sign of a zero.";
      case REASSOCIATES:
        return "the same but for a few units in the last place, as long as no intermediate value of"
            + " either side overflows or underflows.";
      case CLOSER_TO_TRUTH:
        return "as near to the real value as the left side or within a few units in the last place"
            + " of it (or of an input); may turn NaN or infinity finite.";
      default:
        throw new AssertionError(accuracy);
    }
  }

  private static String title(Phase phase) {
    switch (phase) {
      case ERASE:
        return "Erase: what only differentiation needs";
      case CANONICALIZE:
        return "Canonicalize: one spelling of equal things";
      case STABILIZE:
        return "Stabilize: towards the real value";
      case SPECIALIZE:
        return "Specialize: towards speed, where inner values have no other use";
      default:
        throw new AssertionError(phase);
    }
  }
}

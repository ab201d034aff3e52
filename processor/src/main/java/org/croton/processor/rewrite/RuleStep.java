package org.croton.processor.rewrite;

import java.util.List;
import java.util.function.Predicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Phase;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** Applies the first rule that fits a value. */
final class RuleStep {
  private final RuleIndex rules;
  private final Predicate<Node> single;

  /**
   * @param single values that one place reads at most; specialising rules take only these apart
   */
  RuleStep(RuleIndex rules, Predicate<Node> single) {
    this.rules = rules;
    this.single = single;
  }

  /** The rewrite, or null if no rule fits. */
  RewriteTrace.@Nullable Firing fire(Apply apply) {
    for (Rule rule : rules.rules(apply.operator())) {
      for (Bindings match : Matcher.match(rule.from(), apply)) {
        if (holds(rule, match)) {
          Node after = fit(rule, Instantiate.build(rule.to(), match), apply.tensor());
          if (after != apply) {
            return new RewriteTrace.Firing(
                rule.name(), rule, apply, after, List.copyOf(match.values()));
          }
        }
      }
    }
    return null;
  }

  private boolean holds(Rule rule, Bindings match) {
    if (rule.phase() == Phase.SPECIALIZE && !match.interior().stream().allMatch(single)) {
      return false;
    }
    for (Guard guard : rule.guards()) {
      if (!guard.test().test(match)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A smaller replacement is broadcast to the root's shape; any other type is a bug in the rule.
   */
  private static Node fit(Rule rule, Node made, TensorType root) {
    if (made.tensor().equals(root)) {
      return made;
    }
    if (made.tensor().dtype() != root.dtype() || made.tensor().rank() > root.rank()) {
      throw new IllegalStateException(rule + " made " + made.tensor() + " of " + root);
    }
    Attrs shape = new ShapeAttrs(root.shape());
    return made.builder().apply(BroadcastTo.OP, shape, List.of(made));
  }
}

package org.croton.processor.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.rule.Phase;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules of some phases to a fixed point, on the method's level and in all regions. Throws
 * {@link EndlessRewrite} if there is none within the budget.
 */
final class PhaseRun {
  /** Rewrites that each node of the original may cost before the rules count as endless. */
  private static final int BUDGET_PER_NODE = 64;

  private static final List<Step> STEPS =
      List.of(new ConstantFold(), new DropBroadcast(), new LiftMovement(), new OrderOperands());

  private final RuleIndex rules;
  private final List<Step> steps;
  private final boolean specializing;
  private final Spans spans;
  private final RewriteTrace trace;
  private final Map<Region, Region> bodies = new HashMap<>();
  private long budget = 1000;

  PhaseRun(
      List<Rule> rules,
      Set<Phase> phases,
      RewriteOptions options,
      Spans spans,
      RewriteTrace trace) {
    this.rules =
        new RuleIndex(
            rules.stream()
                .filter(rule -> phases.contains(rule.phase()) && options.allows(rule.name()))
                .toList());
    this.steps = STEPS.stream().filter(step -> options.allows(step.name())).toList();
    this.specializing = phases.contains(Phase.SPECIALIZE);
    this.spans = spans;
    this.trace = trace;
  }

  /** The same values in normal form. */
  List<Node> run(List<Node> roots) {
    List<Node> current = roots;
    List<Node> settled = sweep(current);
    while (specializing && !settled.equals(current)) {
      current = settled;
      settled = sweep(current);
    }
    return settled;
  }

  private List<Node> sweep(List<Node> roots) {
    Uses uses = new Uses(roots);
    budget += (long) BUDGET_PER_NODE * Graph.reachable(roots).size();
    RuleStep ruleStep = new RuleStep(rules, uses::isSingle);
    Sweep sweep =
        new Sweep(
            apply -> rewrite(apply, ruleStep),
            this::body,
            (old, made) -> {
              uses.replace(old, made);
              spans.derive(made, old);
            },
            trace);
    return sweep.run(roots);
  }

  private Region body(Region region) {
    Region known = bodies.get(region);
    if (known == null) {
      known = new Region(region.parameters(), run(region.results()));
      bodies.put(region, known);
    }
    return known;
  }

  private @Nullable Node rewrite(Apply apply, RuleStep ruleStep) {
    if (apply.resultTypes().size() != 1 || !(apply.type() instanceof TensorType)) {
      return null;
    }
    RewriteTrace.Firing firing = simplify(apply);
    if (firing == null) {
      firing = ruleStep.fire(apply);
    }
    if (firing == null) {
      return null;
    }
    trace.add(firing);
    if (--budget < 0) {
      throw new EndlessRewrite("rewrites do not come to an end", trace);
    }
    inherit(firing);
    return firing.after();
  }

  private RewriteTrace.@Nullable Firing simplify(Apply apply) {
    for (Step step : steps) {
      Node after = step.simplify(apply);
      if (after != null) {
        return new RewriteTrace.Firing(step.name(), null, apply, after, apply.arguments());
      }
    }
    return null;
  }

  /** Everything that the rewrite has just made comes from where the old value came from. */
  private void inherit(RewriteTrace.Firing firing) {
    Deque<Node> work = new ArrayDeque<>(List.of(firing.after()));
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (node.position() > firing.before().position()) {
        spans.derive(node, firing.before());
        work.addAll(Graph.operands(node));
      }
    }
  }
}

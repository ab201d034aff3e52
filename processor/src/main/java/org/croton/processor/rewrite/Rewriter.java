package org.croton.processor.rewrite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.CrossRules;
import org.croton.processor.ops.control.KeepLastSteps;
import org.croton.processor.rule.Phase;
import org.croton.processor.rule.Rule;

/**
 * Rewrites graphs by rules, one phase after the other, each to its fixed point. The result means
 * the same within what the rules that fired promise. Equal values become one node because nodes are
 * interned, and what no output needs is gone because nothing reaches it.
 */
public final class Rewriter {
  /** What may run together: a stage keeps the forms of the one before. */
  private static final List<Set<Phase>> BEFORE_SPECIALIZATION =
      List.of(
          EnumSet.of(Phase.ERASE, Phase.CANONICALIZE),
          EnumSet.of(Phase.ERASE, Phase.CANONICALIZE, Phase.STABILIZE));

  private static final List<Set<Phase>> SPECIALIZATION = List.of(EnumSet.of(Phase.SPECIALIZE));

  private static final List<Set<Phase>> BEFORE_DIFFERENTIATION =
      List.of(EnumSet.of(Phase.CANONICALIZE), EnumSet.of(Phase.CANONICALIZE, Phase.STABILIZE));

  private final List<Rule> rules;

  public Rewriter(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** With the rules of all ops and those between them. */
  public static Rewriter standard() {
    return new Rewriter(CrossRules.all());
  }

  /** The rules, in the order in which they are tried. */
  public List<Rule> rules() {
    return rules;
  }

  /** A rewritten graph and what was done to it. */
  public record Rewritten(Graph graph, RewriteTrace trace) {}

  /**
   * The graph in its final form. {@code spans} learns where the new values come from.
   *
   * @throws EndlessRewrite if the rules do not come to an end, which is a bug in them
   */
  public Rewritten rewrite(Graph graph, Spans spans, RewriteOptions options) {
    RewriteTrace trace = new RewriteTrace();
    List<Node> prepared = LoopPasses.prepare(graph.outputValues(), spans, options);
    List<Node> stable = run(BEFORE_SPECIALIZATION, prepared, spans, options, trace);
    // Derivatives were taken of loops in stable form: only now is the original one like theirs.
    List<Node> loops = LoopPasses.run(graph.withOutputs(stable), spans, options).outputValues();
    if (!loops.equals(stable)) {
      loops = run(BEFORE_SPECIALIZATION, loops, spans, options, trace);
    }
    List<Node> outputs = run(SPECIALIZATION, loops, spans, options, trace);
    return new Rewritten(graph.withOutputs(outputs), trace);
  }

  /** The values in the form that is to be differentiated. */
  List<Node> stabilize(List<Node> outputs, Spans spans, RewriteOptions options) {
    List<Node> loops = LoopPasses.prepare(outputs, spans, options);
    List<Node> stable = run(BEFORE_DIFFERENTIATION, loops, spans, options, new RewriteTrace());
    return options.allows("keep-last-steps") ? KeepLastSteps.ofRecords(stable, spans) : stable;
  }

  private List<Node> run(
      List<Set<Phase>> stages,
      List<Node> outputs,
      Spans spans,
      RewriteOptions options,
      RewriteTrace trace) {
    List<Node> current = outputs;
    if (options.enabled()) {
      for (Set<Phase> phases : stages) {
        current = new PhaseRun(rules, phases, options, spans, trace).run(current);
      }
    }
    return current;
  }
}

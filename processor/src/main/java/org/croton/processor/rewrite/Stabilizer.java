package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;

/**
 * Rewrites values to the form that derivatives are to be taken of: the canonical and stable one, so
 * that the derivative of a naive formula is as good as that of the formula an expert would write.
 * Sub-gradients, {@code stopGradient} and {@code clipGradient} stay as they were written.
 */
public final class Stabilizer {
  /** Indices of the parameters that stand for cuts; those of methods and regions are smaller. */
  private static final int FIRST_INDEX = 1 << 30;

  private final Rewriter rewriter;
  private final RewriteOptions options;
  private final Spans spans;

  /** Notes in {@code spans} where the new values come from. */
  public Stabilizer(Rewriter rewriter, RewriteOptions options, Spans spans) {
    this.rewriter = rewriter;
    this.options = options;
    this.spans = spans;
  }

  /**
   * Values of the same types that mean the same, in the same order. The {@code cuts} are leaves: no
   * rule looks into them, and wherever they are used they stay the same objects.
   */
  public List<Node> stabilize(List<Node> outputs, Set<Node> cuts) {
    Map<Node, Node> leaves = new HashMap<>();
    Map<Node, Node> back = new HashMap<>();
    // In program order: a set's own order differs from run to run, and so would what is built.
    List<Node> ordered = new ArrayList<>(cuts);
    ordered.sort(Comparator.comparingInt(Node::position));
    for (Node cut : ordered) {
      Node leaf = cut.builder().parameter(cut.depth(), FIRST_INDEX + leaves.size(), cut.type());
      leaves.put(cut, leaf);
      back.put(leaf, cut);
    }
    List<Node> closed = substitute(outputs, leaves);
    return substitute(rewriter.stabilize(closed, spans, options), back);
  }

  private List<Node> substitute(List<Node> values, Map<Node, Node> replacements) {
    Sweep sweep =
        new Sweep(
            apply -> null,
            region -> region,
            (old, made) -> spans.derive(made, old),
            new RewriteTrace());
    replacements.forEach(sweep::replace);
    return sweep.run(values);
  }
}

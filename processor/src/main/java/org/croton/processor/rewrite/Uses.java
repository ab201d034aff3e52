package org.croton.processor.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;

/** How often each value is read on one level of a graph; kept up while the level is rewritten. */
final class Uses {
  private final Map<Node, Integer> counts = new HashMap<>();

  Uses(List<Node> roots) {
    roots.forEach(root -> counts.merge(root, 1, Integer::sum));
    for (Node node : Graph.reachable(roots)) {
      Graph.operands(node).forEach(operand -> counts.merge(operand, 1, Integer::sum));
    }
  }

  /** The new value is read wherever the old one was. */
  void replace(Node old, Node made) {
    counts.merge(made, counts.getOrDefault(old, 1), Integer::sum);
  }

  /** Whether at most one place reads the value; what a rule has just made is read once. */
  boolean isSingle(Node node) {
    return counts.getOrDefault(node, 1) <= 1;
  }
}

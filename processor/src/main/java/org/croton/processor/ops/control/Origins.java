package org.croton.processor.ops.control;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;

/** What the values of a loop's body depend on: the carried values, the index, or neither. */
final class Origins {
  private final Set<Node> onCarries = new HashSet<>();
  private final Set<Node> onIndex = new HashSet<>();

  /** Covers the given values and all that they are made from. */
  Origins(Cycle loop, List<Node> values) {
    List<Parameter> parameters = loop.body().parameters();
    onIndex.add(parameters.get(0));
    onCarries.addAll(parameters.subList(1, 1 + loop.carries()));
    for (Node node : Graph.reachable(values)) {
      inherit(node, onCarries);
      inherit(node, onIndex);
    }
  }

  private static void inherit(Node node, Set<Node> dependents) {
    if (Graph.operands(node).stream().anyMatch(dependents::contains)) {
      dependents.add(node);
    }
  }

  /** True if the value may differ by what earlier iterations did. */
  boolean dependsOnCarries(Node node) {
    return onCarries.contains(node);
  }

  /** True if the value is the same in every iteration. */
  boolean isInvariant(Node node) {
    return !onCarries.contains(node) && !onIndex.contains(node);
  }
}

package org.croton.processor.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/** The values on paths from the variables to the outputs along which a derivative can flow. */
final class Paths {
  private final Set<Node> starts;
  private final Set<Node> nodes;

  private Paths(Set<Node> starts, Set<Node> nodes) {
    this.starts = starts;
    this.nodes = nodes;
  }

  static Paths between(Collection<? extends Node> starts, Collection<? extends Node> outputs) {
    Set<Node> cuts = new HashSet<>(starts);
    Set<Node> varied = new LinkedHashSet<>();
    for (Node node : ancestors(outputs, cuts)) {
      if (carries(node) && (cuts.contains(node) || anyOf(Graph.operands(node), varied))) {
        varied.add(node);
      }
    }
    return new Paths(cuts, varied);
  }

  /** What the outputs are made from, down to the cuts; operands before users. */
  private static List<Node> ancestors(Collection<? extends Node> outputs, Set<Node> cuts) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> work = new ArrayDeque<>(outputs);
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (seen.add(node) && !cuts.contains(node)) {
        work.addAll(Graph.operands(node));
      }
    }
    List<Node> sorted = new ArrayList<>(seen);
    sorted.sort(Comparator.comparingInt(Node::position));
    return sorted;
  }

  private static boolean anyOf(List<Node> operands, Set<Node> varied) {
    return operands.stream().anyMatch(varied::contains);
  }

  private static boolean carries(Node node) {
    return node instanceof Apply
        ? ((Apply) node).resultTypes().stream().anyMatch(Paths::isFloating)
        : isFloating(node.type());
  }

  private static boolean isFloating(Type type) {
    return type instanceof TensorType && ((TensorType) type).dtype().isFloating();
  }

  boolean contains(Node node) {
    return nodes.contains(node);
  }

  /** Applications to differentiate, operands before users; the variables are not among them. */
  List<Apply> applications() {
    List<Apply> applications = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Apply && !starts.contains(node)) {
        applications.add((Apply) node);
      }
    }
    return applications;
  }

  /** True if the derivative of this value ends here. */
  boolean isStart(Node node) {
    return starts.contains(node);
  }
}

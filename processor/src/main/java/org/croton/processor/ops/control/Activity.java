package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/**
 * Which carried values of a loop take part in its derivatives: those that depend on a variable, and
 * of them those that a cotangent reaches. Both go round the loop until nothing changes. Values are
 * named by the number of their argument.
 */
final class Activity {
  private Activity() {}

  /** Floating carries that depend, along floating values, on an argument that is a variable. */
  static Set<Integer> varied(Cycle loop, IntPredicate isVariable) {
    Region region = loop.body();
    List<Node> body = Graph.reachable(region.results());
    Set<Integer> varied = new TreeSet<>();
    Set<Node> starts = new HashSet<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      Parameter parameter = region.parameters().get(i);
      if (isVariable.test(i) && isFloating(parameter)) {
        starts.add(parameter);
        if (i <= loop.carries()) {
          varied.add(i);
        }
      }
    }
    int before;
    do {
      before = starts.size();
      Set<Node> reached = downstream(body, starts);
      for (int i = 1; i <= loop.carries(); i++) {
        if (reached.contains(region.results().get(i - 1))) {
          starts.add(region.parameters().get(i));
          varied.add(i);
        }
      }
    } while (starts.size() > before);
    return varied;
  }

  /** Those of the {@code varied} carries whose value in some iteration a cotangent reaches. */
  static Set<Integer> live(Cycle loop, Set<Integer> varied, IntPredicate hasCotangent) {
    Region region = loop.body();
    Set<Integer> live = new TreeSet<>();
    List<Integer> work = new ArrayList<>();
    varied.stream().filter(i -> hasCotangent.test(i - 1)).forEach(work::add);
    while (!work.isEmpty()) {
      int carry = work.remove(work.size() - 1);
      if (live.add(carry)) {
        Set<Node> upstream = upstream(region.results().get(carry - 1));
        for (int other : varied) {
          if (upstream.contains(region.parameters().get(other))) {
            work.add(other);
          }
        }
      }
    }
    return live;
  }

  private static Set<Node> downstream(List<Node> body, Set<Node> starts) {
    Set<Node> reached = new HashSet<>(starts);
    for (Node node : body) {
      if (isFloating(node) && Graph.operands(node).stream().anyMatch(reached::contains)) {
        reached.add(node);
      }
    }
    return reached;
  }

  private static Set<Node> upstream(Node end) {
    Set<Node> reached = new HashSet<>();
    List<Node> work = new ArrayList<>(List.of(end));
    while (!work.isEmpty()) {
      Node node = work.remove(work.size() - 1);
      if (isFloating(node) && reached.add(node)) {
        work.addAll(Graph.operands(node));
      }
    }
    return reached;
  }

  private static boolean isFloating(Node node) {
    return node instanceof Apply
        ? ((Apply) node).resultTypes().stream().anyMatch(Activity::isFloating)
        : isFloating(node.type());
  }

  private static boolean isFloating(Type type) {
    return type instanceof TensorType && ((TensorType) type).dtype().isFloating();
  }
}

package org.croton.processor.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/**
 * The stable text form of a graph: one line per value, numbered in order, regions indented. The
 * same graph always prints the same text; see {@code docs/graph.md}.
 */
public final class GraphPrinter {
  private final StringBuilder text = new StringBuilder();

  private GraphPrinter() {}

  public static String print(Graph graph) {
    GraphPrinter printer = new GraphPrinter();
    Scope scope = new Scope("v");
    printer.unknown(graph);
    for (Graph.Input input : graph.inputs()) {
      scope.names.put(input.value(), input.name());
      printer.line(0, "input " + input.name() + " : " + input.value().type());
    }
    printer.body(graph.nodes(), scope, 0);
    for (Graph.Output output : graph.outputs()) {
      printer.line(0, "output " + output.name() + " = " + scope.name(output.value()));
    }
    return printer.text.toString();
  }

  /** The names of dims that are not the user's: so a reader can tell them apart. */
  private void unknown(Graph graph) {
    SortedSet<String> names = new TreeSet<>();
    graph.inputs().forEach(input -> collectUnknown(input.value().type(), names));
    Deque<List<Node>> work = new ArrayDeque<>(List.of(graph.outputValues()));
    while (!work.isEmpty()) {
      for (Node node : Graph.reachable(work.pop())) {
        if (node instanceof Apply) {
          ((Apply) node).resultTypes().forEach(type -> collectUnknown(type, names));
          ((Apply) node).regions().forEach(region -> work.push(region.results()));
        }
      }
    }
    if (!names.isEmpty()) {
      line(0, "unknown " + String.join(", ", names));
    }
  }

  private static void collectUnknown(Type type, SortedSet<String> names) {
    if (type instanceof TensorType) {
      ((TensorType) type).shape().dims().forEach(dim -> names.addAll(dim.existentialNames()));
    }
  }

  private static final class Scope {
    final Map<Node, String> names = new HashMap<>();
    final String prefix;
    int next;

    Scope(String prefix) {
      this.prefix = prefix;
    }

    String name(Node node) {
      if (node instanceof Constant) {
        Constant constant = (Constant) node;
        return constant.value() + ":" + constant.type();
      }
      String name = names.get(node);
      return name != null ? name : "?" + node;
    }
  }

  private void body(List<Node> nodes, Scope scope, int indent) {
    for (Node node : nodes) {
      if (node instanceof Apply) {
        apply((Apply) node, scope, indent);
      } else if (node instanceof Result) {
        Result result = (Result) node;
        scope.names.put(node, scope.name(result.apply()) + "." + result.index());
      }
    }
  }

  private void apply(Apply apply, Scope scope, int indent) {
    String name = scope.prefix + scope.next++;
    String operands = apply.arguments().stream().map(scope::name).collect(Collectors.joining(", "));
    String attrs = apply.attrs() == Attrs.NONE ? "" : " {" + apply.attrs() + "}";
    String types =
        apply.resultTypes().stream().map(Object::toString).collect(Collectors.joining(", "));
    line(
        indent,
        name + " = " + apply.operator().name() + "(" + operands + ")" + attrs + " : " + types);
    scope.names.put(apply, name);
    for (Region region : apply.regions()) {
      region(region, name + "_", indent + 1);
    }
  }

  private void region(Region region, String prefix, int indent) {
    Scope inner = new Scope(prefix);
    List<String> heads = new ArrayList<>();
    for (Parameter parameter : region.parameters()) {
      inner.names.put(parameter, parameter.toString());
      heads.add(parameter + " : " + parameter.type());
    }
    line(indent, "region(" + String.join(", ", heads) + ")");
    body(Graph.reachable(region.results()), inner, indent + 1);
    String yields = region.results().stream().map(inner::name).collect(Collectors.joining(", "));
    line(indent + 1, ("yield " + yields).stripTrailing());
  }

  private void line(int indent, String content) {
    text.append("  ".repeat(indent)).append(content).append('\n');
  }
}

package org.croton.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    line(indent + 1, "yield " + yields);
  }

  private void line(int indent, String content) {
    text.append("  ".repeat(indent)).append(content).append('\n');
  }
}

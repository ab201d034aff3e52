package org.croton.processor.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;

/**
 * What holds for every graph, after every pass: it is of one builder and interned, operands come
 * before users, each application has the types that its operator infers, and regions are closed,
 * nested and canonical. See {@code docs/graph.md}.
 */
public final class GraphVerifier {
  private final GraphBuilder builder;
  private final List<String> problems = new ArrayList<>();
  private final Set<Region> regions = new HashSet<>();

  private GraphVerifier(GraphBuilder builder) {
    this.builder = builder;
  }

  /** What is wrong with a graph; empty if nothing is. */
  public static List<String> problems(Graph graph) {
    GraphVerifier verifier = new GraphVerifier(graph.builder());
    List<Parameter> inputs = graph.inputs().stream().map(Graph.Input::value).toList();
    if (new HashSet<>(inputs).size() < inputs.size()) {
      verifier.problem("two inputs are one parameter");
    }
    inputs.stream()
        .filter(input -> input.depth() != 0)
        .forEach(input -> verifier.problem("input " + input + " is not of depth 0"));
    verifier.body(graph.outputValues(), inputs, 0);
    return List.copyOf(verifier.problems);
  }

  /**
   * Throws {@link IllegalStateException} with all problems and the graph's text if there are any.
   *
   * @param pass what made the graph, for the message
   */
  public static void check(Graph graph, String pass) {
    List<String> problems = problems(graph);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "after " + pass + ": " + String.join("; ", problems) + "\n" + GraphPrinter.print(graph));
    }
  }

  private void problem(String problem) {
    problems.add(problem);
  }

  private void body(Collection<Node> results, List<Parameter> parameters, int depth) {
    Set<Node> own = new HashSet<>(parameters);
    for (Node node : Graph.reachable(results)) {
      if (node.builder() != builder) {
        problem(node + " is of another builder");
      } else if (node instanceof Parameter && !own.contains(node)) {
        problem(node + " is read at depth " + depth + " but is no parameter there");
      } else if (node instanceof Result) {
        result((Result) node);
      } else if (node instanceof Apply) {
        apply((Apply) node, depth);
      }
      for (Node operand : Graph.operands(node)) {
        if (operand.position() >= node.position()) {
          problem(node + " comes before its operand " + operand);
        }
      }
    }
  }

  private void result(Result result) {
    int count = result.apply().resultTypes().size();
    if (count < 2 || result.index() < 0 || result.index() >= count) {
      problem(result + " of " + count + " results");
    }
  }

  private void apply(Apply apply, int depth) {
    try {
      List<Type> types = apply.operator().infer(apply.attrs(), apply.arguments(), apply.regions());
      if (!types.equals(apply.resultTypes())) {
        problem(apply + " has types " + apply.resultTypes() + " instead of " + types);
      }
    } catch (TypeMismatch | IllegalArgumentException e) {
      problem(apply + ": " + e.getMessage());
    }
    if (apply.operator().isPure() && !isInterned(apply)) {
      problem(apply + " exists twice");
    }
    apply.regions().forEach(region -> region(apply, region, depth));
  }

  private boolean isInterned(Apply apply) {
    return builder.apply(apply.operator(), apply.attrs(), apply.arguments(), apply.regions())
        == apply;
  }

  private void region(Apply apply, Region region, int depth) {
    if (!regions.add(region)) {
      return;
    }
    for (int i = 0; i < region.parameters().size(); i++) {
      Parameter parameter = region.parameters().get(i);
      if (parameter.index() != i || parameter.depth() != region.depth()) {
        problem(apply + " has " + parameter + " as parameter " + i + " of its region");
      }
    }
    if (!region.parameters().isEmpty() && region.depth() <= depth) {
      problem(apply + " at depth " + depth + " has a region of depth " + region.depth());
    }
    body(region.results(), region.parameters(), region.depth());
  }
}

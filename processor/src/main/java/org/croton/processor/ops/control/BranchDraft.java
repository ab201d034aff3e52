package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;

/**
 * Puts a branch together and leaves out what it does not need: inputs that no arm reads, results
 * that are an input in both arms. The arms are written over the images that {@link #input} gives;
 * {@link #finish} numbers the parameters.
 */
public final class BranchDraft {
  private final GraphBuilder builder;
  private final Node condition;
  private final int depth;
  private final Spans spans;
  private final Map<Node, Parameter> inputs = new LinkedHashMap<>();

  /**
   * @param condition a BOOL scalar
   * @param depth nesting of the arms: 1 more than that of the code around the branch
   */
  public BranchDraft(Node condition, int depth) {
    this(condition, depth, new Spans());
  }

  /** As the other; rebuilt nodes inherit their places in {@code spans}. */
  public BranchDraft(Node condition, int depth, Spans spans) {
    this.builder = condition.builder();
    this.condition = condition;
    this.depth = depth;
    this.spans = spans;
  }

  /** A value from outside, as the arms see it. Constants and sizes are the same everywhere. */
  public Node input(Node outer) {
    return LoopDraft.isEverywhere(outer)
        ? outer
        : inputs.computeIfAbsent(outer, key -> builder.placeholder(depth, key.type()));
  }

  /** Makes the branch, if one is left. Returns its results, one for each pair of values. */
  public List<Node> finish(List<Node> then, List<Node> otherwise) {
    Map<Node, Node> outside = new LinkedHashMap<>();
    inputs.forEach((outer, inner) -> outside.put(inner, outer));
    List<Node> results = new ArrayList<>();
    List<Node> left = new ArrayList<>();
    List<Node> right = new ArrayList<>();
    for (int i = 0; i < then.size(); i++) {
      Node value = then.get(i);
      boolean same = value == otherwise.get(i);
      results.add(same ? outside.getOrDefault(value, value) : condition);
      if (!same || !isFree(value)) {
        left.add(value);
        right.add(otherwise.get(i));
      }
    }
    List<Node> made = left.isEmpty() ? List.of() : make(left, right);
    int next = 0;
    for (int i = 0; i < then.size(); i++) {
      if (then.get(i) != otherwise.get(i) || !isFree(then.get(i))) {
        results.set(i, made.get(next++));
      }
    }
    return results;
  }

  /** True if the value is an input or is known everywhere. */
  private boolean isFree(Node value) {
    return LoopDraft.isEverywhere(value) || inputs.containsValue(value);
  }

  private List<Node> make(List<Node> then, List<Node> otherwise) {
    List<Node> all = new ArrayList<>(then);
    all.addAll(otherwise);
    Set<Node> used = new HashSet<>(Graph.reachable(all));
    List<Node> arguments = new ArrayList<>(List.of(condition));
    List<Parameter> parameters = new ArrayList<>();
    Substitution numbered = new Substitution(builder, Map.of(), spans);
    inputs.forEach(
        (outer, inner) -> {
          if (used.contains(inner)) {
            Parameter canonical = builder.parameter(depth, parameters.size(), inner.type());
            arguments.add(outer);
            parameters.add(canonical);
            numbered.replace(inner, canonical);
          }
        });
    List<Region> arms =
        List.of(
            new Region(parameters, numbered.of(then)),
            new Region(parameters, numbered.of(otherwise)));
    return builder.results(builder.apply(Branch.OP, Attrs.NONE, arguments, arms));
  }
}

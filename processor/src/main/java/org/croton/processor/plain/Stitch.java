package org.croton.processor.plain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Substitution;

/**
 * One graph of how values came from variables, put together from the graphs of the calls in
 * between. Whatever cannot depend on a variable is a parameter, as the variables are.
 */
final class Stitch {
  private final GraphBuilder builder = new GraphBuilder();
  private final Set<Lineage> variables;
  private final long oldest;
  private final Map<Lineage, Parameter> parameters = new LinkedHashMap<>();
  private final Map<Lineage, Node> nodes = new HashMap<>();
  private final Set<Lineage> forgotten = new HashSet<>();

  Stitch(Collection<Lineage> variables, Collection<Lineage> values) {
    this.variables = new HashSet<>(variables);
    this.oldest = variables.stream().mapToLong(Lineage::number).min().orElse(Long.MAX_VALUE);
    List<Lineage> found = new ArrayList<>(ancestors(values));
    found.sort(Comparator.comparingLong(Lineage::number));
    found.forEach(this::add);
    variables.forEach(this::add);
  }

  private Set<Lineage> ancestors(Collection<Lineage> values) {
    Set<Lineage> seen = new HashSet<>();
    Deque<Lineage> work = new ArrayDeque<>(values);
    while (!work.isEmpty()) {
      Lineage lineage = work.pop();
      Lineage.Origin origin = lineage.origin();
      if (seen.add(lineage) && origin != null && mayDepend(lineage)) {
        work.addAll(origin.arguments());
      }
    }
    return seen;
  }

  private boolean mayDepend(Lineage lineage) {
    return lineage.number() > oldest && !variables.contains(lineage);
  }

  private void add(Lineage lineage) {
    if (nodes.containsKey(lineage)) {
      return;
    }
    Lineage.Origin origin = lineage.origin();
    if (lineage.isForgotten() && mayDepend(lineage)) {
      forgotten.add(lineage);
    }
    if (origin == null || !mayDepend(lineage)) {
      nodes.put(lineage, parameter(lineage));
      return;
    }
    Map<Node, Node> images = new HashMap<>();
    for (int i = 0; i < origin.parameters().size(); i++) {
      images.put(origin.parameters().get(i), of(origin.arguments().get(i)));
    }
    nodes.put(lineage, new Substitution(builder, images).of(origin.value()));
  }

  private Parameter parameter(Lineage lineage) {
    return parameters.computeIfAbsent(
        lineage, key -> builder.parameter(0, parameters.size(), key.value().type()));
  }

  GraphBuilder builder() {
    return builder;
  }

  /** The node of a variable, or of something that led to one of the values. */
  Node of(Lineage lineage) {
    Node node = nodes.get(lineage);
    return node != null ? node : parameter(lineage);
  }

  /** What stands for a value of its own. */
  Map<Lineage, Parameter> parameters() {
    return parameters;
  }

  /** True if something that a value depends on may depend on a variable, and nobody knows. */
  boolean hasGaps() {
    return !forgotten.isEmpty();
  }

  /** Every value on the way that was computed before, by its node. */
  Map<Node, Lineage> known() {
    Map<Node, Lineage> known = new HashMap<>();
    nodes.forEach(
        (lineage, node) -> {
          if (!(node instanceof Parameter)) {
            known.put(node, lineage);
          }
        });
    return known;
  }
}

package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * Makes one loop of two that run equally often, do not wait for each other and have a carried value
 * in common; what both carry is carried once. So the loop that a derivative augments takes the
 * place of the original, and separate derivatives share their loops. Works in the bodies of loops
 * too.
 */
public final class MergeLoops {
  private final GraphBuilder builder;
  private final Spans spans;

  private MergeLoops(GraphBuilder builder, Spans spans) {
    this.builder = builder;
    this.spans = spans;
  }

  /** The same graph with fewer loops; merged values inherit their places in {@code spans}. */
  public static Graph run(Graph graph, Spans spans) {
    MergeLoops merge = new MergeLoops(graph.builder(), spans);
    List<Node> merged = merge.run(graph.outputValues());
    WriteSites.mark(merged, spans);
    return graph.withOutputs(merged);
  }

  private List<Node> run(List<Node> values) {
    List<Node> merged = insideRegions(values);
    List<Node> before;
    do {
      before = merged;
      merged = mergeOne(before);
    } while (!merged.equals(before));
    return merged;
  }

  /** The values with the bodies of all regions merged, innermost first. */
  private List<Node> insideRegions(List<Node> values) {
    Substitution changed = new Substitution(builder, Map.of(), spans);
    for (Node node : Graph.reachable(values)) {
      if (node instanceof Apply && !((Apply) node).regions().isEmpty()) {
        replaceBodies((Apply) node, changed);
      }
    }
    return changed.of(values);
  }

  private void replaceBodies(Apply apply, Substitution changed) {
    List<Region> regions =
        apply.regions().stream()
            .map(region -> new Region(region.parameters(), run(region.results())))
            .toList();
    if (!regions.equals(apply.regions())) {
      Apply made =
          builder.apply(apply.operator(), apply.attrs(), changed.of(apply.arguments()), regions);
      spans.derive(made, apply);
      changed.replace(apply, made);
    }
  }

  private List<Node> mergeOne(List<Node> values) {
    List<Cycle> loops = new ArrayList<>();
    for (Node node : Graph.reachable(values)) {
      if (Cycle.is(node)) {
        loops.add(new Cycle((Apply) node));
      }
    }
    for (int i = 0; i < loops.size(); i++) {
      for (int j = 0; j < i; j++) {
        Map<Node, Node> images = merge(loops.get(j), loops.get(i));
        if (images != null) {
          return new Substitution(builder, images, spans).of(values);
        }
      }
    }
    return values;
  }

  /** What becomes of the two loops' results; null if they stay apart. */
  private @Nullable Map<Node, Node> merge(Cycle first, Cycle second) {
    boolean alike =
        first.isCounted()
            ? second.isCounted() && first.trips() == second.trips()
            : !second.isCounted();
    if (!alike || waits(first.apply(), second.apply()) || waits(second.apply(), first.apply())) {
      return null;
    }
    CarryClasses classes = CarryClasses.of(List.of(first, second), spans, this::run);
    return classes.areShared() ? classes.merge() : null;
  }

  private static boolean waits(Apply later, Apply earlier) {
    if (earlier.position() > later.position()) {
      return false;
    }
    Set<Node> needed = new HashSet<>(Graph.reachable(later.arguments()));
    return needed.contains(earlier);
  }
}

package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.jspecify.annotations.Nullable;

/** A rewrite of single loops, wherever they are in a graph; loops inside a body come first. */
abstract class LoopPass {
  private final Spans spans;

  LoopPass(Spans spans) {
    this.spans = spans;
  }

  /**
   * What takes the place of the loop's carried values after the last iteration, and at the end of
   * the number of iterations of a loop that is not counted. Null leaves the loop as it is.
   *
   * @param isRead which of these are read; the others may be null
   */
  abstract @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead);

  final Spans spans() {
    return spans;
  }

  /** The same graph with its loops rewritten; new values inherit their places. */
  final Graph run(Graph graph) {
    return graph.withOutputs(run(graph.builder(), graph.outputValues()));
  }

  final List<Node> run(GraphBuilder builder, List<Node> values) {
    Substitution changed = new Substitution(builder, Map.of(), spans);
    List<Node> nodes = Graph.reachable(values);
    Set<Node> read = new HashSet<>(nodes);
    for (Node node : nodes) {
      if (node instanceof Apply && !((Apply) node).regions().isEmpty()) {
        replace((Apply) node, read, changed);
      }
    }
    return changed.of(values);
  }

  private void replace(Apply old, Set<Node> read, Substitution changed) {
    GraphBuilder builder = old.builder();
    List<Region> regions =
        old.regions().stream()
            .map(region -> new Region(region.parameters(), run(builder, region.results())))
            .toList();
    Apply apply = builder.apply(old.operator(), old.attrs(), changed.of(old.arguments()), regions);
    spans.derive(apply, old);
    List<Node> results = builder.results(old);
    List<@Nullable Node> images =
        Cycle.is(apply) ? rewrite(new Cycle(apply), i -> read.contains(results.get(i))) : null;
    if (images == null) {
      images = new ArrayList<>(builder.results(apply));
    }
    for (int i = 0; i < results.size(); i++) {
      Node image = images.get(i);
      if (image != null) {
        spans.derive(image, old);
        changed.replace(results.get(i), image);
      }
    }
  }
}

package org.croton.processor.rewrite;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.control.BlockLoops;
import org.croton.processor.ops.control.CloseCounters;
import org.croton.processor.ops.control.DropDeadCarries;
import org.croton.processor.ops.control.HoistInvariants;
import org.croton.processor.ops.control.KeepLastSteps;
import org.croton.processor.ops.control.MergeLoops;
import org.croton.processor.ops.control.NestTapes;
import org.croton.processor.ops.control.ShareSteps;
import org.croton.processor.ops.control.SplitLoop;

/** The rewrites of whole loops, in their order, by the names that options know them by. */
final class LoopPasses {
  private static final String CLOSE_COUNTERS = "close-counters";
  private static final Map<String, BiFunction<Graph, Spans, Graph>> PASSES = passes();

  private LoopPasses() {}

  private static Map<String, BiFunction<Graph, Spans, Graph>> passes() {
    Map<String, BiFunction<Graph, Spans, Graph>> passes = new LinkedHashMap<>();
    passes.put("keep-last-steps", KeepLastSteps::run);
    passes.put("merge-loops", MergeLoops::run);
    passes.put("drop-dead-carries", DropDeadCarries::run);
    passes.put("nest-tapes", NestTapes::run);
    passes.put("hoist-invariants", HoistInvariants::run);
    passes.put("split-loop", SplitLoop::run);
    passes.put("share-steps", ShareSteps::run);
    passes.put("block-loops", BlockLoops::run);
    return passes;
  }

  /** The values with their loops in the form that the rules, and derivatives, start from. */
  static List<Node> prepare(List<Node> values, Spans spans, RewriteOptions options) {
    return options.allows(CLOSE_COUNTERS) ? CloseCounters.run(values, spans) : values;
  }

  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(Set.of(CLOSE_COUNTERS));
    names.addAll(PASSES.keySet());
    return names;
  }

  /** The graph with its loops rewritten; new values inherit their places in {@code spans}. */
  static Graph run(Graph graph, Spans spans, RewriteOptions options) {
    Graph rewritten = graph;
    for (Map.Entry<String, BiFunction<Graph, Spans, Graph>> pass : PASSES.entrySet()) {
      if (options.allows(pass.getKey())) {
        rewritten = pass.getValue().apply(rewritten, spans);
      }
    }
    return rewritten;
  }
}

package org.croton.processor.ops.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * Runs the iterations of a method's outermost loops side by side, {@link LaneViews#LANES} at a
 * time, where they do not need each other but for sums, and have arrays of their own: the loops
 * inside then take each step for the whole block. What fills no block runs alone.
 *
 * <p>A sum of numbers keeps its order. Sums into arrays are taken block by block, so they may round
 * in another way.
 */
public final class BlockLoops extends LoopPass {
  private final Map<Node, LaneViews.Parts> parts = new HashMap<>();

  private BlockLoops(Spans spans) {
    super(spans);
  }

  public static Graph run(Graph graph, Spans spans) {
    return new BlockLoops(spans).run(graph);
  }

  @Override
  @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead) {
    Dim trips = loop.isCounted() && loop.segment() == null ? Trips.of(loop) : null;
    if (trips == null
        || loop.body().depth() > 1
        || (trips.isConstant() && trips.constant() < LaneViews.LANES)) {
      return null;
    }
    LoopBlocks ascending = blocked(loop, trips, false);
    if (ascending != null && !ascending.areTurned()) {
      return List.copyOf(ascending.results());
    }
    LoopBlocks descending = blocked(loop, trips, true);
    LoopBlocks better = descending != null && !descending.areTurned() ? descending : ascending;
    return better == null ? null : List.copyOf(better.results());
  }

  /** Null if the loop is not suited. */
  private @Nullable LoopBlocks blocked(Cycle loop, Dim trips, boolean descending) {
    Set<Node> shared = new HashSet<>();
    while (true) {
      try {
        return LoopBlocks.of(loop, trips, descending, shared, parts, spans());
      } catch (LaneBody.Unsuited e) {
        Node array = e.array();
        if (array == null || !shared.add(array)) {
          return null;
        }
      }
    }
  }
}

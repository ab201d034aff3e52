package org.croton.processor.testing;

import org.croton.processor.fuse.FuseNests;
import org.croton.processor.ir.Graph;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.lower.InlineViews;
import org.croton.processor.lower.LowerGraph;
import org.croton.processor.lower.LoweredGraph;

/** A graph taken through lowering and fusion. */
public record CompiledGraph(Graph graph, LoopFunction function) {
  /**
   * @param name of the kernel
   * @param fuse whether nests may share loops
   */
  public static CompiledGraph of(String name, Graph graph, boolean fuse) {
    LoweredGraph lowered = InlineViews.run(LowerGraph.lower(graph));
    return new CompiledGraph(
        graph,
        FuseNests.fuse(
            name, lowered.inputs(), lowered.outputs(), lowered.constants(), lowered.steps(), fuse));
  }
}

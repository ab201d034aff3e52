package org.croton.processor.lower;

import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Step;

/**
 * A graph as steps over buffers.
 *
 * @param inputs one buffer per graph input; STATE for those that an output updates
 * @param outputs one buffer per result; updates have none, they end in their STATE buffer
 * @param constants elements of CONSTANT buffers
 * @param sites what each failing check belongs to: the applications, by site number
 */
public record LoweredGraph(
    List<Buffer> inputs,
    List<Buffer> outputs,
    Map<Buffer, Literal> constants,
    List<Node> sites,
    List<Step> steps) {
  public LoweredGraph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    constants = Map.copyOf(constants);
    sites = List.copyOf(sites);
    steps = List.copyOf(steps);
  }
}

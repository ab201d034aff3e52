package org.croton.processor.ops.control;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.type.Dim;

/**
 * How much memory the loops of a graph fill with what their iterations computed, for others to
 * read: tapes, and what is computed of all iterations at once. Tapes that grow with the data do not
 * count.
 */
public final class TapeBytes {
  private TapeBytes() {}

  public static Dim of(Graph graph) {
    return of(graph.outputValues());
  }

  private static Dim of(List<Node> values) {
    Dim bytes = Dim.ZERO;
    for (Node node : Graph.reachable(values)) {
      if (node instanceof Apply) {
        for (Region region : ((Apply) node).regions()) {
          bytes = bytes.plus(of(region.results()));
        }
      }
      if (Cycle.is(node)) {
        bytes = bytes.plus(of(new Cycle((Apply) node)));
      }
    }
    return bytes;
  }

  private static Dim of(Cycle loop) {
    Dim bytes = Dim.ZERO;
    for (int i = 1; i <= loop.carries(); i++) {
      Node initial = loop.outer(i);
      if (initial instanceof Apply && ((Apply) initial).is(Blank.OP)) {
        Dim count = initial.tensor().shape().size();
        bytes = bytes.plus(count.times(Dim.of(initial.tensor().dtype().bytes())));
      }
    }
    return bytes;
  }
}

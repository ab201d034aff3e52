package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.indexing.Accumulate;

/**
 * Gives reads that the compiler made of what a write overwrites the place of that write: an index
 * out of range fails at the read already, and is to be reported where the user wrote it.
 */
final class WriteSites {
  private WriteSites() {}

  static void mark(List<Node> values, Spans spans) {
    Map<List<Node>, Node> writes = new HashMap<>();
    List<Node> nodes = Graph.reachable(values);
    for (Node node : nodes) {
      if (node instanceof Apply) {
        for (Region region : ((Apply) node).regions()) {
          mark(region.results(), spans);
        }
        if (Access.isWrite(node) || ((Apply) node).is(Accumulate.OP)) {
          List<Node> arguments = new ArrayList<>(((Apply) node).arguments());
          arguments.remove(arguments.size() - 2);
          writes.put(arguments, node);
        }
      }
    }
    for (Node node : nodes) {
      Node write = Access.isRead(node) ? writes.get(((Apply) node).arguments()) : null;
      if (write != null && spans.of(node).isEmpty()) {
        spans.derive(node, write);
      }
    }
  }
}

package org.croton.processor.ops.control;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Node;

/**
 * A way to know some values of a loop's iterations in its reverse, besides tapes of single ones.
 */
interface Memory {
  /** The values that it gives. */
  List<Node> known();

  /** What it keeps for them of each iteration. */
  List<Node> kept();

  /** Versions of arrays that loops in the body make, and for each those that are older. */
  Map<Node, Set<Node>> older();

  /** Gets ready in the reverse loop. Returns what stands there for the known values. */
  Map<Node, Node> recall(LoopDraft reverse);
}

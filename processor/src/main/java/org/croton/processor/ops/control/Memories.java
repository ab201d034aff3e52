package org.croton.processor.ops.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;

/** What the reverse of a loop has besides tapes of single values. */
final class Memories {
  static final Memories NONE = new Memories(List.of());

  private final List<Memory> all;
  private final Set<Node> known = new HashSet<>();

  private Memories(List<Memory> all) {
    this.all = all;
    for (Memory memory : all) {
      known.addAll(memory.known());
    }
  }

  /** These and one more. */
  Memories and(Memory one) {
    List<Memory> more = new ArrayList<>(all);
    more.add(one);
    return new Memories(more);
  }

  /** How much an iteration saves, with the rest that it saves. */
  long bytes(List<Node> rest) {
    Set<Node> kept = new HashSet<>(rest);
    all.forEach(memory -> kept.addAll(memory.kept()));
    return TapeCut.bytes(kept);
  }

  /** True for a value that one of them gives. */
  boolean knows(Node node) {
    return known.contains(node);
  }

  /**
   * Reads of older versions that the reverse of a loop in the body needs. That reverse carries the
   * array back itself, so it must not wait until the array is older: these reads are saved.
   *
   * @param reversed the reverse's own computations
   * @param operands what a value of the body is computed again from
   */
  Set<Node> early(Collection<Node> reversed, Function<Node, List<Node>> operands) {
    Set<Node> early = new HashSet<>();
    for (Memory memory : all) {
      memory
          .older()
          .forEach(
              (newer, older) -> {
                for (Node node : reversed) {
                  if (Cycle.is(node) && ((Apply) node).arguments().contains(newer)) {
                    addReads(((Apply) node).arguments(), older, operands, early);
                  }
                }
              });
    }
    return early;
  }

  private void addReads(
      List<Node> of, Set<Node> versions, Function<Node, List<Node>> operands, Set<Node> reads) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> work = new ArrayDeque<>(of);
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (seen.add(node) && !knows(node)) {
        if (Collections.disjoint(Graph.operands(node), versions)) {
          work.addAll(operands.apply(node));
        } else {
          reads.add(node);
        }
      }
    }
  }

  /** Gets all ready in the reverse loop. Returns what stands there for what they give. */
  Map<Node, Node> recall(LoopDraft reverse) {
    Map<Node, Node> images = new HashMap<>();
    all.forEach(memory -> images.putAll(memory.recall(reverse)));
    return images;
  }
}

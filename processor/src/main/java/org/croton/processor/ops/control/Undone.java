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

/** The arrays of a loop that its reverse carries back, so that it needs no copies of them. */
final class Undone {
  static final Undone NOTHING = new Undone(List.of());

  private final List<Undo> arrays;
  private final Set<Node> known = new HashSet<>();

  private Undone(List<Undo> arrays) {
    this.arrays = arrays;
    for (Undo array : arrays) {
      known.addAll(array.versions());
      known.addAll(array.saved());
    }
  }

  /** These and one more. */
  Undone and(Undo array) {
    List<Undo> more = new ArrayList<>(arrays);
    more.add(array);
    return new Undone(more);
  }

  /** How much an iteration saves, with the rest that it saves. */
  long bytes(List<Node> rest) {
    Set<Node> all = new HashSet<>(rest);
    arrays.forEach(array -> all.addAll(array.saved()));
    return TapeCut.bytes(all);
  }

  /** True for a version of the arrays, and for what they save. */
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
    for (Undo array : arrays) {
      array
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

  /** Carries the arrays in a loop that walks back. Returns what stands there for what is known. */
  Map<Node, Node> carry(LoopDraft reverse) {
    Map<Node, Node> images = new HashMap<>();
    arrays.forEach(array -> images.putAll(array.carry(reverse)));
    return images;
  }
}

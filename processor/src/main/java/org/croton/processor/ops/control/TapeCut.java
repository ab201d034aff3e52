package org.croton.processor.ops.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.type.TensorType;

/**
 * Chooses which values of each iteration a loop saves for its reverse: the fewest bytes from which
 * everything that is read there can be computed again. Where that leaves a choice, as little as
 * possible is computed again.
 */
final class TapeCut {
  /** What a dim is taken for that only the run knows. */
  private static final long TYPICAL_SIZE = 64;

  private final Predicate<Node> isSource;
  private final Function<Node, List<Node>> operands;
  private final MinimumCut network = new MinimumCut();
  private final Map<Node, Integer> entries = new HashMap<>();

  private TapeCut(Predicate<Node> isSource, Function<Node, List<Node>> operands) {
    this.isSource = isSource;
    this.operands = operands;
  }

  /**
   * The values to save, in program order.
   *
   * @param read what the reverse reads
   * @param isSource true for values that cannot be computed again
   * @param operands what a value is computed again from
   */
  static List<Node> choose(
      Collection<Node> read, Predicate<Node> isSource, Function<Node, List<Node>> operands) {
    TapeCut cut = new TapeCut(isSource, operands);
    Deque<Node> work = new ArrayDeque<>();
    for (Node node : read) {
      network(cut, cut.leave(node, work), MinimumCut.SINK);
    }
    while (!work.isEmpty()) {
      cut.connect(work.remove(), work);
    }
    return cut.crossing();
  }

  private static void network(TapeCut cut, int from, int to) {
    cut.network.edge(from, to, MinimumCut.UNLIMITED);
  }

  /** The vertex by which flow leaves a node; the one before it is where flow enters. */
  private int leave(Node node, Deque<Node> work) {
    Integer entry = entries.get(node);
    if (entry == null) {
      entry = network.vertex();
      network.edge(entry, network.vertex(), bytes(node));
      entries.put(node, entry);
      work.add(node);
    }
    return entry + 1;
  }

  private void connect(Node node, Deque<Node> work) {
    int entry = leave(node, work) - 1;
    if (isSource.test(node)) {
      network(this, MinimumCut.SOURCE, entry);
    } else {
      for (Node operand : operands.apply(node)) {
        network(this, leave(operand, work), entry);
      }
    }
  }

  private List<Node> crossing() {
    BitSet side = network.sinkSide();
    List<Node> saved = new ArrayList<>();
    entries.forEach(
        (node, entry) -> {
          if (!side.get(entry) && side.get(entry + 1)) {
            saved.add(node);
          }
        });
    saved.sort(Comparator.comparingInt(Node::position));
    return saved;
  }

  /** What it takes these for, in each iteration. */
  static long bytes(Collection<Node> values) {
    return values.stream().mapToLong(TapeCut::bytes).sum();
  }

  private static long bytes(Node node) {
    boolean several = node instanceof Apply && ((Apply) node).resultTypes().size() > 1;
    if (several || !(node.type() instanceof TensorType) || TapeStart.isTape(node.type())) {
      return MinimumCut.UNLIMITED;
    }
    TensorType type = node.tensor();
    try {
      long count = type.shape().size().evaluate(name -> TYPICAL_SIZE);
      return Math.min(Math.max(1, count) * type.dtype().bytes(), MinimumCut.UNLIMITED / 1024);
    } catch (ArithmeticException e) {
      return MinimumCut.UNLIMITED / 1024;
    }
  }
}

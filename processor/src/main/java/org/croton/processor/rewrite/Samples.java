package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;

/** Random values for the leaves of some formulas, which are cut off some way down. */
final class Samples {
  /** How far down formulas are kept: further than any rule looks. */
  private static final int DEPTH = 10;

  /** Even and different, so that what is halved stays whole and what is mixed up shows. */
  private static final long[] SIZES = {4, 6, 2, 8};

  private final Random random;
  private final int seed;
  private final Map<Node, Literal> leaves = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /** Another sample for each seed. The first are positive, later ones of both signs. */
  Samples(Collection<Node> formulas, int seed) {
    this.seed = seed;
    this.random = new Random(seed);
    List<Node> cuts = cuts(formulas);
    SortedSet<String> names = new TreeSet<>();
    Graph.reachable(formulas).forEach(node -> collect(node, names));
    for (String name : names) {
      sizes.put(name, SIZES[sizes.size() % SIZES.length]);
    }
    cuts.forEach(leaf -> leaves.put(leaf, value(leaf.tensor())));
  }

  Map<Node, Literal> leaves() {
    return leaves;
  }

  Map<String, Long> sizes() {
    return sizes;
  }

  private static void collect(Node node, Set<String> names) {
    boolean many = node instanceof Apply && ((Apply) node).resultTypes().size() != 1;
    if (!many && node.type() instanceof TensorType) {
      node.tensor().shape().dims().forEach(dim -> names.addAll(dim.names()));
    }
  }

  /** Level by level: what is on the last one, and before it what has no formula, in graph order. */
  private static List<Node> cuts(Collection<Node> formulas) {
    Set<Node> cuts = new HashSet<>();
    Set<Node> seen = new HashSet<>(formulas);
    List<Node> level = new ArrayList<>(formulas);
    for (int depth = 0; !level.isEmpty(); depth++) {
      List<Node> next = new ArrayList<>();
      for (Node node : level) {
        if (depth == DEPTH ? !(node instanceof Constant) : isLeaf(node)) {
          cuts.add(node);
        } else {
          Graph.operands(node).stream().filter(seen::add).forEach(next::add);
        }
      }
      level = next;
    }
    return cuts.stream().sorted(Comparator.comparingInt(Node::position)).toList();
  }

  /** Parameters, and what loops and other ops with bodies or effects give. */
  private static boolean isLeaf(Node node) {
    if (node instanceof Apply) {
      Apply apply = (Apply) node;
      return !apply.regions().isEmpty() || !apply.operator().isPure();
    }
    return !(node instanceof Constant);
  }

  private Literal value(TensorType type) {
    int[] shape = type.shape().dims().stream().mapToInt(this::size).toArray();
    int count = Literal.count(shape);
    if (type.dtype().isFloating()) {
      return Literal.reals(type.dtype(), shape, random.doubles(count).map(this::real).toArray());
    }
    // Small, to be in range as indices.
    int bound = type.dtype() == DType.BOOL ? 2 : 1 + seed % 2;
    return Literal.integers(type.dtype(), shape, random.longs(count, 0, bound).toArray());
  }

  private double real(double unit) {
    double magnitude = 0.25 + 1.5 * unit;
    return seed % 2 == 1 && random.nextBoolean() ? -magnitude : magnitude;
  }

  private int size(Dim dim) {
    return Math.toIntExact(dim.evaluate(sizes::get));
  }
}

package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * Nests that share loops, as a tree: a block is a list of items, each a loop over a block, a nest
 * all of whose axes are loops around it, or something that is not fused. Items run in order.
 */
final class LoopTree {
  private LoopTree() {}

  /** An item of a block. */
  sealed interface Item permits Loop, Leaf, Product, Sequence, Point {}

  /** One loop and what runs in it. */
  static final class Loop implements Item {
    final Axis axis;
    final Block block = new Block();
    final List<Item> items = block.items;
    final LoopUses uses = new LoopUses();
    final @Nullable Loop outer;

    Loop(Dim extent, @Nullable Loop outer) {
      this.axis = Axis.parallel(extent);
      this.outer = outer;
    }

    /** The loops from the outermost to this one. */
    List<Loop> path() {
      List<Loop> path = outer == null ? new ArrayList<>() : outer.path();
      path.add(this);
      return path;
    }
  }

  /** A nest and the loop that each of its axes has become. */
  static final class Leaf implements Item {
    final Nest nest;
    final Map<Axis, Loop> loops;
    final @Nullable Loop outer;

    Leaf(Nest nest, Map<Axis, Loop> loops, @Nullable Loop outer) {
      this.nest = nest;
      this.loops = new HashMap<>(loops);
      this.outer = outer;
    }

    List<Loop> path() {
      return outer == null ? List.of() : outer.path();
    }

    /** The nest's axis that runs in a loop, or null. */
    @Nullable Axis axisOf(Loop loop) {
      for (Map.Entry<Axis, Loop> entry : loops.entrySet()) {
        if (entry.getValue() == loop) {
          return entry.getKey();
        }
      }
      return null;
    }
  }

  /** A contraction that the packed kernel computes; the axes that both operands share are loops. */
  record Product(Nest nest, MatrixProduct shape) implements Item {}

  /** A sequential loop over a block of its own. */
  record Sequence(Iterate loop, List<Item> body) implements Item {}

  /** Where nothing moves past. */
  record Point(Mark mark) implements Item {}

  /** All leaves below an item. */
  static List<Leaf> leaves(Item item) {
    List<Leaf> leaves = new ArrayList<>();
    collect(item, leaves);
    return leaves;
  }

  private static void collect(Item item, List<Leaf> leaves) {
    if (item instanceof Leaf) {
      leaves.add((Leaf) item);
    } else if (item instanceof Loop) {
      ((Loop) item).items.forEach(inner -> collect(inner, leaves));
    }
  }
}

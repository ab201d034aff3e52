package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.croton.processor.fuse.LoopTree.Item;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.fuse.LoopTree.Point;
import org.croton.processor.fuse.LoopTree.Product;
import org.croton.processor.fuse.LoopTree.Sequence;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.jspecify.annotations.Nullable;

/**
 * Places each nest, in order, into the loops of earlier ones where that is legal.
 *
 * <p>A nest may run in a loop with an earlier nest if every element that the two share (at least
 * one of them writing) is touched by both in the same iteration: the loop's index stands at the
 * same position of both accesses. So a consumer may reduce over what its producer had in parallel;
 * a value that is itself reduced over the loop is complete only after it.
 */
final class BuildTree {
  private final boolean fuse;
  private final Kinship kinship;
  private final Block block = new Block();

  private BuildTree(boolean fuse, Kinship kinship) {
    this.fuse = fuse;
    this.kinship = kinship;
  }

  static List<Item> block(List<Step> steps, boolean fuse) {
    BuildTree builder = new BuildTree(fuse, Kinship.of(steps));
    steps.forEach(builder::place);
    return builder.block.items;
  }

  private void place(Step step) {
    if (step instanceof Iterate) {
      append(step, new Sequence((Iterate) step, block(((Iterate) step).body(), fuse)));
      return;
    }
    if (step instanceof Mark) {
      append(step, new Point((Mark) step));
      return;
    }
    Nest nest = (Nest) step;
    MatrixProduct product = MatrixProduct.recognise(nest);
    if (product != null) {
      append(step, new Product(nest, product));
    } else {
      Touched touched = Touched.of(nest);
      note(place(nest, touched, block, null, new HashMap<>()), touched);
    }
  }

  private void append(Step step, Item item) {
    block.items.add(item);
    block.note(Touched.of(step), item);
  }

  private void note(Leaf leaf, Touched touched) {
    Block at = block;
    for (Loop loop : leaf.path()) {
      at.note(touched, loop);
      loop.uses.add(leaf, touched, loop, kinship);
      at = loop.block;
    }
    at.note(touched, leaf);
  }

  private Leaf place(
      Nest nest, Touched touched, Block at, @Nullable Loop outer, Map<Axis, Loop> mapped) {
    List<Item> items = at.items;
    List<Axis> open = nest.axes().stream().filter(axis -> !mapped.containsKey(axis)).toList();
    int earliest = fuse ? at.lastConflict(touched) : items.size();
    if (!open.isEmpty() && mayMove(nest, items, earliest)) {
      for (int i = Math.max(earliest, 0); i < items.size(); i++) {
        if (items.get(i) instanceof Loop) {
          Loop loop = (Loop) items.get(i);
          Axis axis = entry(touched, open, loop);
          if (axis != null) {
            mapped.put(axis, loop);
            return place(nest, touched, loop.block, loop, mapped);
          }
        }
      }
    }
    if (open.isEmpty() && fuse && nest.checks().isEmpty() && mayMove(nest, items, earliest)) {
      Leaf leaf = new Leaf(nest, mapped, outer);
      items.add(earliest + 1, leaf);
      return leaf;
    }
    return append(nest, touched, open, items, outer, mapped);
  }

  /** A field may not be written before something that can still fail. */
  private static boolean mayMove(Nest nest, List<Item> items, int from) {
    if (nest.target().role() != Buffer.Role.STATE) {
      return true;
    }
    return items.subList(Math.max(from, 0), items.size()).stream().noneMatch(BuildTree::canFail);
  }

  private static boolean canFail(Item item) {
    return steps(item).anyMatch(BuildTree::canFail);
  }

  /** True if the step has a check that can stop the kernel. */
  static boolean canFail(Step step) {
    if (step instanceof Nest) {
      return !((Nest) step).checks().isEmpty();
    }
    return step instanceof Iterate && ((Iterate) step).body().stream().anyMatch(BuildTree::canFail);
  }

  private static Leaf append(
      Nest nest,
      Touched touched,
      List<Axis> open,
      List<Item> items,
      @Nullable Loop outer,
      Map<Axis, Loop> mapped) {
    List<Item> at = items;
    Loop around = outer;
    for (Axis axis : order(touched, open)) {
      Loop loop = new Loop(axis.extent(), around);
      mapped.put(axis, loop);
      at.add(loop);
      at = loop.items;
      around = loop;
    }
    Leaf leaf = new Leaf(nest, mapped, around);
    at.add(leaf);
    return leaf;
  }

  /** Axes from the one with the widest steps through memory to the one with unit steps. */
  private static List<Axis> order(Touched touched, List<Axis> axes) {
    List<Axis> sorted = new ArrayList<>(axes);
    sorted.sort(Comparator.comparingInt(axis -> -stride(axis, touched.accesses())));
    return sorted;
  }

  private static int stride(Axis axis, List<Access> accesses) {
    int cost = 0;
    for (Access access : accesses) {
      int last = access.at().size() - 1;
      for (int i = 0; i <= last; i++) {
        if (access.at().get(i).equals(Scalar.at(axis))) {
          cost += i == last ? 1 : 8;
        }
      }
    }
    return cost;
  }

  private static Stream<Step> steps(Item item) {
    if (item instanceof Product) {
      return Stream.of(((Product) item).nest());
    }
    if (item instanceof Sequence) {
      return Stream.of(((Sequence) item).loop());
    }
    if (item instanceof Point) {
      return Stream.of(((Point) item).mark());
    }
    return LoopTree.leaves(item).stream().map(leaf -> leaf.nest);
  }

  /** The open axis of the nest that may run as this loop, or null. */
  private @Nullable Axis entry(Touched touched, List<Axis> open, Loop loop) {
    LoopUses uses = loop.uses;
    boolean depends = uses.conflictWith(touched);
    List<Axis> ordered = order(touched, open);
    for (Axis axis : depends ? open : ordered.subList(0, 1)) {
      // Around its other axes, one with unit steps would have all of memory walked for each.
      boolean turns = open.size() > 1 && axis.equals(ordered.get(open.size() - 1));
      if (!turns
          && axis.extent().equals(loop.axis.extent())
          && uses.areAligned(touched, axis)
          && (depends || uses.shareReads(touched, axis) || uses.areKin(axis, kinship))) {
        return axis;
      }
    }
    return null;
  }
}

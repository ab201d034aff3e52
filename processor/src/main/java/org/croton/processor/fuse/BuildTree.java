package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  private BuildTree(boolean fuse, Kinship kinship) {
    this.fuse = fuse;
    this.kinship = kinship;
  }

  static List<Item> block(List<Step> steps, boolean fuse) {
    List<Item> items = new ArrayList<>();
    BuildTree builder = new BuildTree(fuse, Kinship.of(steps));
    steps.forEach(step -> builder.place(step, items));
    return items;
  }

  private void place(Step step, List<Item> items) {
    if (step instanceof Iterate) {
      items.add(new Sequence((Iterate) step, block(((Iterate) step).body(), fuse)));
      return;
    }
    if (step instanceof Mark) {
      items.add(new Point((Mark) step));
      return;
    }
    Nest nest = (Nest) step;
    MatrixProduct product = MatrixProduct.recognise(nest);
    if (product != null) {
      items.add(new Product(nest, product));
    } else {
      place(nest, items, null, new HashMap<>());
    }
  }

  private void place(Nest nest, List<Item> items, @Nullable Loop outer, Map<Axis, Loop> mapped) {
    List<Axis> open = nest.axes().stream().filter(axis -> !mapped.containsKey(axis)).toList();
    int earliest = fuse ? lastConflict(nest, items) : items.size();
    if (!open.isEmpty() && mayMove(nest, items, earliest)) {
      for (int i = Math.max(earliest, 0); i < items.size(); i++) {
        if (items.get(i) instanceof Loop) {
          Loop loop = (Loop) items.get(i);
          Axis axis = entry(nest, open, loop);
          if (axis != null) {
            mapped.put(axis, loop);
            place(nest, loop.items, loop, mapped);
            return;
          }
        }
      }
    }
    if (open.isEmpty() && fuse && nest.checks().isEmpty() && mayMove(nest, items, earliest)) {
      items.add(earliest + 1, new Leaf(nest, mapped, outer));
      return;
    }
    append(nest, open, items, outer, mapped);
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

  private void append(
      Nest nest, List<Axis> open, List<Item> items, @Nullable Loop outer, Map<Axis, Loop> mapped) {
    List<Item> at = items;
    Loop around = outer;
    for (Axis axis : order(nest, open)) {
      Loop loop = new Loop(axis.extent(), around);
      mapped.put(axis, loop);
      at.add(loop);
      at = loop.items;
      around = loop;
    }
    at.add(new Leaf(nest, mapped, around));
  }

  /** Axes from the one with the widest steps through memory to the one with unit steps. */
  private static List<Axis> order(Nest nest, List<Axis> axes) {
    List<Access> accesses = Access.of(nest);
    List<Axis> sorted = new ArrayList<>(axes);
    sorted.sort(Comparator.comparingInt(axis -> -stride(axis, accesses)));
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

  /** Index of the last item that the nest must not precede, or -1. */
  private static int lastConflict(Nest nest, List<Item> items) {
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      if (item instanceof Point || steps(item).anyMatch(step -> conflict(step, nest))) {
        return i;
      }
    }
    return -1;
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

  private static boolean conflict(Step first, Step second) {
    Set<Buffer> written = Access.writtenBy(first);
    Set<Buffer> touched = Access.writtenBy(second);
    if (touched.stream().anyMatch(b -> written.contains(b) || Access.readBy(first).contains(b))) {
      return true;
    }
    return Access.readBy(second).stream().anyMatch(written::contains);
  }

  /** The open axis of the nest that may run as this loop, or null. */
  private @Nullable Axis entry(Nest nest, List<Axis> open, Loop loop) {
    List<Leaf> leaves = LoopTree.leaves(loop);
    if (containsOpaque(loop)) {
      return null;
    }
    boolean depends = leaves.stream().anyMatch(leaf -> conflict(leaf.nest, nest));
    for (Axis axis : depends ? open : order(nest, open).subList(0, 1)) {
      if (axis.extent().equals(loop.axis.extent())
          && leaves.stream().allMatch(leaf -> aligned(leaf, loop, nest, axis))
          && (depends || sharesReads(leaves, loop, nest, axis) || areKin(leaves, loop, axis))) {
        return axis;
      }
    }
    return null;
  }

  private static boolean containsOpaque(Loop loop) {
    return loop.items.stream()
        .anyMatch(
            item ->
                item instanceof Product
                    || item instanceof Sequence
                    || (item instanceof Loop && containsOpaque((Loop) item)));
  }

  private static boolean aligned(Leaf leaf, Loop loop, Nest nest, Axis axis) {
    Axis own = leaf.axisOf(loop);
    for (Access first : Access.of(leaf.nest)) {
      for (Access second : Access.of(nest)) {
        if (first.buffer() == second.buffer()
            && (first.isWrite() || second.isWrite())
            && !sameIteration(first, own, second, axis)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean sameIteration(Access first, @Nullable Axis own, Access second, Axis axis) {
    if (own == null) {
      return false;
    }
    for (int i = 0; i < first.at().size(); i++) {
      if (first.at().get(i).equals(Scalar.at(own)) && second.at().get(i).equals(Scalar.at(axis))) {
        return true;
      }
    }
    return false;
  }

  private boolean areKin(List<Leaf> leaves, Loop loop, Axis axis) {
    return leaves.stream()
        .map(leaf -> leaf.axisOf(loop))
        .anyMatch(own -> own != null && kinship.areKin(own, axis));
  }

  /** Independent nests run together to read something once, or to be read together. */
  private static boolean sharesReads(List<Leaf> leaves, Loop loop, Nest nest, Axis axis) {
    Set<Buffer> read =
        Access.of(nest).stream()
            .filter(access -> !access.isWrite() && access.at().contains(Scalar.at(axis)))
            .map(Access::buffer)
            .collect(Collectors.toSet());
    return leaves.stream().anyMatch(leaf -> readsAt(leaf, leaf.axisOf(loop), read));
  }

  private static boolean readsAt(Leaf leaf, @Nullable Axis axis, Set<Buffer> buffers) {
    return axis != null
        && Access.of(leaf.nest).stream()
            .anyMatch(
                access ->
                    !access.isWrite()
                        && buffers.contains(access.buffer())
                        && access.at().contains(Scalar.at(axis)));
  }
}

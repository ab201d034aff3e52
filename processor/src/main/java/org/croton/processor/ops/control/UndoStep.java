package org.croton.processor.ops.control;

import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Result;
import org.croton.processor.op.Extents;
import org.croton.processor.ops.indexing.Accumulate;
import org.croton.processor.ops.indexing.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an older version of an array is made from the next newer one, in the body of a loop.
 *
 * @param newer a version
 * @param older what it was made from by partial writes
 * @param image the older version as a value over the newer one and what the body saves
 */
record UndoStep(Node newer, Node older, Node image) {
  /**
   * The steps from a version back to an older one, newest first. Null if they are not of the same
   * array, or if there is one that cannot be taken back.
   *
   * @param inside what is known of integer scalars where the versions are
   */
  static @Nullable List<UndoStep> chain(Node newest, Node oldest, Extents inside) {
    List<UndoStep> steps = new ArrayList<>();
    Node version = newest;
    while (version != oldest) {
      UndoStep step = of(version, inside);
      if (step == null) {
        return null;
      }
      steps.add(step);
      version = step.older;
    }
    return steps;
  }

  private static @Nullable UndoStep of(Node newer, Extents inside) {
    if (newer instanceof Result) {
      Result result = (Result) newer;
      return loop(newer, result.apply(), 1 + result.index(), inside);
    }
    if (!(newer instanceof Apply)) {
      return null;
    }
    Apply apply = (Apply) newer;
    return apply.is(Set.OP) || apply.is(Accumulate.OP)
        ? write(apply)
        : loop(apply, apply, 1, inside);
  }

  /** A write puts back what it overwrote. */
  private static UndoStep write(Apply apply) {
    int last = apply.arguments().size() - 1;
    List<Node> indices = apply.arguments().subList(1, last - 1);
    Node guard = apply.argument(last);
    Node overwritten = get(apply.argument(0), indices, guard);
    return new UndoStep(apply, apply.argument(0), set(apply, indices, overwritten, guard));
  }

  /** A loop runs backwards. */
  private static @Nullable UndoStep loop(Node newer, Apply apply, int carry, Extents inside) {
    if (!Cycle.is(apply)) {
      return null;
    }
    Cycle loop = new Cycle(apply);
    boolean kept = loop.isCounted() && carry <= loop.carries() && Trips.room(loop, inside) != null;
    Undo undo = kept ? Undo.of(loop, carry, inside) : null;
    return undo == null ? null : new UndoStep(newer, loop.outer(carry), undo.back());
  }

  boolean isLoop() {
    Node made = newer instanceof Result ? ((Result) newer).apply() : newer;
    return Cycle.is(made);
  }

  /** What the older version is computed from, besides the newer one. */
  List<Node> operands() {
    Apply apply = image instanceof Result ? ((Result) image).apply() : (Apply) image;
    return apply.arguments().stream().filter(x -> x != newer).toList();
  }
}

package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Node;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Which slots of an array's leading axis the iterations of a counted loop touch: each one of its
 * own, side by side, and none out of range.
 *
 * @param start slot of the first iteration, or of the last if iterations are taken in reverse order
 * @param step from one to the next, 1 or -1
 */
record StepPlace(Dim start, int step, Dim trips) {

  /**
   * Null if that cannot be proven.
   *
   * @param descending whether the iterations are taken from the last to the first
   * @param size of the axis
   */
  static @Nullable StepPlace of(Cycle loop, Node index, boolean descending, Dim size) {
    Dim natural = Trips.of(loop);
    Dim exact = Trips.dim(loop.trips());
    Affine affine = Affine.of(index);
    long factor = affine.factor(loop.index());
    Dim rest = rest(loop, affine);
    if (natural == null || exact == null || rest == null || Math.abs(factor) != 1) {
      return null;
    }
    // What follows is about a loop that runs at all: there the number of trips is exact.
    Dim way = exact.minus(Dim.ONE);
    Dim low = factor > 0 ? rest : rest.minus(way);
    Dim room = size.minus(low).minus(exact);
    if (!isNatural(low) || !isNatural(room)) {
      return null;
    }
    int step = (factor > 0) == descending ? -1 : 1;
    return new StepPlace(step > 0 ? low : low.plus(way), step, natural);
  }

  /** The index at iteration 0; null if it is more than sizes. */
  private static @Nullable Dim rest(Cycle loop, Affine affine) {
    Dim rest = Dim.of(affine.constant());
    for (Map.Entry<Node, Long> term : affine.terms().entrySet()) {
      Node node = term.getKey();
      if (node != loop.index()) {
        int input = loop.parameters().indexOf(node);
        Dim dim = Trips.dim(input > loop.carries() ? loop.outer(input) : node);
        if (dim == null) {
          return null;
        }
        rest = rest.plus(dim.times(Dim.of(term.getValue())));
      }
    }
    return rest;
  }

  /** True if no term is negative: names are sizes. */
  private static boolean isNatural(Dim dim) {
    return dim.terms().stream()
        .allMatch(
            term ->
                term.factor() >= 0
                    && term.atoms().stream().allMatch(atom -> atom instanceof Atom.Name));
  }

  /** True if the iterations touch the whole array in its order. */
  boolean isWhole(Shape array) {
    return step == 1 && start.equals(Dim.ZERO) && array.dim(0).equals(trips);
  }

  /** The slots as a part of the array. */
  SliceAttrs box(Shape array) {
    List<Dim> starts = new ArrayList<>(Collections.nCopies(array.rank(), Dim.ZERO));
    List<Integer> steps = new ArrayList<>(Collections.nCopies(array.rank(), 1));
    List<Dim> sizes = new ArrayList<>(array.dims());
    starts.set(0, start);
    steps.set(0, step);
    sizes.set(0, trips);
    return new SliceAttrs(starts, steps, sizes);
  }
}

package org.croton.processor.ops.movement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** Positions within a strided box, and what must hold for it to lie within an array. */
final class Box {
  private Box() {}

  /** Throws {@code index-out-of-range} if the box provably leaves the array. */
  static void verify(SliceAttrs box, Shape shape) {
    if (box.sizes().size() != shape.rank()) {
      throw new TypeMismatch(
          "rank-mismatch", "a slice of " + box.sizes().size() + " axes of " + shape);
    }
    for (int axis = 0; axis < shape.rank(); axis++) {
      Dim size = box.sizes().get(axis);
      boolean empty = size.isConstant() && size.constant() == 0;
      if (!empty) {
        reject(axis, box.starts().get(axis), shape.dim(axis), shape);
        reject(axis, last(box, axis), shape.dim(axis), shape);
      }
      if (size.isConstant() && size.constant() < 0) {
        throw new TypeMismatch(
            "index-out-of-range", "a slice of axis " + axis + " of " + shape + " has size " + size);
      }
    }
  }

  private static void reject(int axis, Dim index, Dim size, Shape shape) {
    Dim room = size.minus(index);
    boolean below = index.isConstant() && index.constant() < 0;
    boolean above = room.isConstant() && room.constant() <= 0;
    if (below || above) {
      throw new TypeMismatch(
          "index-out-of-range",
          "index " + index + " is out of range for axis " + axis + " of " + shape);
    }
  }

  private static Dim last(SliceAttrs box, int axis) {
    Dim step = Dim.of(box.steps().get(axis));
    Dim distance = box.sizes().get(axis).minus(Dim.ONE).times(step);
    return box.starts().get(axis).plus(distance);
  }

  /** Tests for the ends that are not provably within the array, given that the box is not empty. */
  static List<Check> checks(SliceAttrs box, Shape shape, int site) {
    List<Check> checks = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      Dim size = shape.dim(axis);
      for (Dim end : new LinkedHashSet<>(List.of(box.starts().get(axis), last(box, axis)))) {
        Scalar index = Scalar.extent(end);
        Scalar extent = Scalar.extent(size);
        if (!notNegative(end, box, axis)) {
          Scalar low = Scalar.of(Primitive.GE, index, Scalar.whole(0));
          checks.add(new Check(low, site, List.of(index, extent)));
        }
        if (!notNegative(size.minus(end).minus(Dim.ONE), box, axis)) {
          Scalar high = Scalar.of(Primitive.LT, index, extent);
          checks.add(new Check(high, site, List.of(index, extent)));
        }
      }
    }
    return checks;
  }

  /** True if {@code dim} is at least 0 in every box that has elements. */
  private static boolean notNegative(Dim dim, SliceAttrs box, int axis) {
    Dim steps = box.sizes().get(axis).minus(Dim.ONE);
    Dim stretch = steps.times(Dim.of(Math.abs(box.steps().get(axis))));
    return notNegative(dim) || notNegative(dim.minus(steps)) || notNegative(dim.minus(stretch));
  }

  /** True if no term is negative: names are sizes. */
  private static boolean notNegative(Dim dim) {
    return dim.terms().stream()
        .allMatch(
            term ->
                term.factor() >= 0
                    && term.atoms().stream().allMatch(atom -> atom instanceof Atom.Name));
  }

  /** Throws {@link IndexOutOfBoundsException} for a position outside an array. */
  static void verify(int[] at, int[] shape) {
    for (int axis = 0; axis < at.length; axis++) {
      Objects.checkIndex(at[axis], shape[axis]);
    }
  }

  static int[] source(SliceAttrs box, int[] at, Evaluation evaluation) {
    int[] source = new int[at.length];
    for (int axis = 0; axis < at.length; axis++) {
      int start = evaluation.size(box.starts().get(axis));
      source[axis] = start + at[axis] * box.steps().get(axis);
    }
    return source;
  }

  static List<Scalar> source(SliceAttrs box, List<Scalar> at) {
    List<Scalar> source = new ArrayList<>();
    for (int axis = 0; axis < at.size(); axis++) {
      int step = box.steps().get(axis);
      Dim start = box.starts().get(axis);
      Scalar moved = step == 1 ? at.get(axis) : Scalar.mul(at.get(axis), Scalar.whole(step));
      boolean fromZero = start.isConstant() && start.constant() == 0;
      source.add(fromZero ? moved : Scalar.add(Scalar.extent(start), moved));
    }
    return source;
  }
}

package org.croton.processor.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.croton.Axes;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/**
 * Axes as users name them (numbers, negative from the end, or names of dims) made non-negative and
 * ascending.
 *
 * @param keep true if reduced axes stay with size 1
 */
record AxisList(List<Integer> axes, boolean keep) {
  /** The axes given from an argument on; none means all. */
  static AxisList of(Call call, int from, Shape shape) {
    List<Object> given = new ArrayList<>();
    boolean keep = false;
    for (Object arg : call.rest(from)) {
      if (arg instanceof KeepAxes) {
        keep = true;
        given.addAll(((KeepAxes) arg).axes());
      } else if (arg instanceof Axes) {
        keep = true;
        given.addAll(Call.elements(((Axes) arg).toArray()));
      } else {
        given.add(arg);
      }
    }
    if (given.isEmpty()) {
      return new AxisList(IntStream.range(0, shape.rank()).boxed().toList(), keep);
    }
    return new AxisList(resolve(call, given, shape), keep);
  }

  private static List<Integer> resolve(Call call, List<Object> given, Shape shape) {
    TreeSet<Integer> axes = new TreeSet<>();
    for (Object axis : given) {
      if (!axes.add(axis(call, axis, shape))) {
        throw new TypeMismatch(
            "axis-repeated", call.name() + " names axis " + axis + " of " + shape + " twice");
      }
    }
    return List.copyOf(axes);
  }

  /** One axis of a shape: a number or a name. */
  static int axis(Call call, Object axis, Shape shape) {
    return axis instanceof String
        ? named(call, (String) axis, shape)
        : axis(call, call.integer(axis), shape.rank(), shape);
  }

  /** One axis of {@code rank} axes, for messages about {@code shape}. */
  static int axis(Call call, int axis, int rank, Shape shape) {
    if (axis < -rank || axis >= rank) {
      throw new TypeMismatch(
          "axis-out-of-range",
          call.name() + ": there is no axis " + axis + " in " + shape + " of rank " + shape.rank());
    }
    return axis < 0 ? axis + rank : axis;
  }

  private static int named(Call call, String name, Shape shape) {
    List<Integer> found =
        IntStream.range(0, shape.rank())
            .filter(axis -> shape.dim(axis).toString().equals(name.trim()))
            .boxed()
            .toList();
    if (found.isEmpty()) {
      throw new TypeMismatch(
          "unknown-dim", call.name() + ": there is no dim \"" + name + "\" in " + shape);
    }
    if (found.size() > 1) {
      throw new TypeMismatch(
          "ambiguous-dim",
          call.name() + ": dim \"" + name + "\" occurs twice in " + shape + "; use a number");
    }
    return found.get(0);
  }

  /** Number of elements along the axes. */
  Dim count(Shape shape) {
    Dim count = Dim.ONE;
    for (int axis : axes) {
      count = count.times(shape.dim(axis));
    }
    return count;
  }
}

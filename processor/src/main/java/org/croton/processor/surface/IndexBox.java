package org.croton.processor.surface;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * The strided box that ranges and positions known at build time select. Ranges of an axis whose
 * size is known are cut to it. Others lie within their axis: one that provably does not is an
 * error, one that may not is tested at run time.
 */
final class IndexBox {
  private final List<Dim> starts = new ArrayList<>();
  private final List<Integer> steps = new ArrayList<>();
  private final List<Dim> sizes = new ArrayList<>();

  private IndexBox() {}

  /** The box for one part per axis; tensors take their axis whole. */
  static SliceAttrs of(Call call, Shape shape, List<Object> parts) {
    IndexBox box = new IndexBox();
    for (int axis = 0; axis < shape.rank(); axis++) {
      Dim size = shape.dim(axis);
      Object part = parts.get(axis);
      if (part instanceof IndexSpec.Range) {
        box.range(call, (IndexSpec.Range) part, size, axis, shape);
      } else if (part instanceof IndexSpec.At && isKnown(((IndexSpec.At) part).position())) {
        Dim at = fromEnd(call, ((IndexSpec.At) part).position(), size);
        verify(call, at, axis, size, shape);
        box.add(at, 1, Dim.ONE);
      } else {
        box.add(Dim.ZERO, 1, size);
      }
    }
    return new SliceAttrs(box.starts, box.steps, box.sizes);
  }

  private static boolean isKnown(Object position) {
    return position instanceof Integer || position instanceof Dim;
  }

  private void add(Dim start, int step, Dim size) {
    starts.add(start);
    steps.add(step);
    sizes.add(size);
  }

  private void range(Call call, IndexSpec.Range range, Dim size, int axis, Shape shape) {
    int step = range.step();
    if (step == 0) {
      throw new TypeMismatch("malformed-index", "the step of a range cannot be 0");
    }
    Dim last = size.minus(Dim.ONE);
    Dim from = cut(end(call, range.from(), size, step > 0 ? Dim.ZERO : last), step, size);
    Dim to = cut(end(call, range.to(), size, step > 0 ? size : Dim.of(-1)), step, size);
    Dim distance = step > 0 ? to.minus(from) : from.minus(to);
    Dim stride = Dim.of(Math.abs(step));
    Dim count = distance.plus(stride).minus(Dim.ONE).floorDiv(stride);
    if (count.isConstant() && count.constant() <= 0) {
      add(Dim.ZERO, 1, Dim.ZERO);
      return;
    }
    verify(call, from, axis, size, shape);
    verify(call, step > 0 ? to.minus(Dim.ONE) : to.plus(Dim.ONE), axis, size, shape);
    add(from, step, count);
  }

  private static Dim end(Call call, @Nullable Object end, Dim size, Dim natural) {
    return end == null ? natural : fromEnd(call, end, size);
  }

  /** The end moved into the axis, as NumPy does, where both are known. */
  private static Dim cut(Dim end, int step, Dim size) {
    Dim lowest = Dim.of(step > 0 ? 0 : -1);
    return end.isConstant() && size.isConstant() ? end.max(lowest).min(lowest.plus(size)) : end;
  }

  /** A position; negative literals count from the end. */
  private static Dim fromEnd(Call call, Object position, Dim size) {
    Dim dim = call.size(position);
    return dim.isConstant() && dim.constant() < 0 ? size.plus(dim) : dim;
  }

  private static void verify(Call call, Dim index, int axis, Dim size, Shape shape) {
    Dim room = size.minus(index);
    boolean below = index.isConstant() && index.constant() < 0;
    boolean above = room.isConstant() && room.constant() <= 0;
    if (below || above) {
      throw new TypeMismatch(
          "index-out-of-range",
          call.name() + ": index " + index + " is out of range for axis " + axis + " of " + shape);
    }
  }
}

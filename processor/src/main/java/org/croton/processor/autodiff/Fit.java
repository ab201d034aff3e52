package org.croton.processor.autodiff;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.ops.movement.Reshape;
import org.croton.processor.ops.reduction.Sum;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/** Brings derivatives to the type of the value they belong to: the transposes of broadcasting. */
final class Fit {
  private Fit() {}

  /** Stretches a value to a shape that it broadcasts to. */
  static Node up(Node value, Shape shape) {
    return value.tensor().shape().equals(shape) ? value : BroadcastTo.broadcastTo(value, shape);
  }

  /**
   * Casts a value to a type's dtype and sums it over the axes along which that type was stretched.
   * The result may still be smaller than the type where the value itself was.
   */
  static Node down(Node value, TensorType type) {
    Node cast = value.tensor().dtype() == type.dtype() ? value : Cast.cast(value, type.dtype());
    Shape from = value.tensor().shape();
    Shape to = type.shape();
    int extra = Math.max(0, from.rank() - to.rank());
    List<Integer> summed = new ArrayList<>();
    Shape kept = new Shape(from.dims().subList(extra, from.rank()));
    for (int axis = 0; axis < from.rank(); axis++) {
      boolean stretched = axis < extra || isStretched(from, to, axis);
      if (stretched) {
        summed.add(axis);
      }
      if (stretched && axis >= extra) {
        kept = kept.replace(axis - extra, to.dim(axis - from.rank() + to.rank()));
      }
    }
    if (summed.isEmpty()) {
      return cast;
    }
    Node sum = Sum.sum(cast, summed);
    return sum.tensor().shape().equals(kept) ? sum : Reshape.reshape(sum, kept);
  }

  private static boolean isStretched(Shape from, Shape to, int axis) {
    int target = axis - from.rank() + to.rank();
    return target >= 0 && to.dim(target).isOne() && !from.dim(axis).isOne();
  }
}

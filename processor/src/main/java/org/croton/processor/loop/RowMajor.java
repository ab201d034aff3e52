package org.croton.processor.loop;

import java.util.List;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/** Flat positions in row-major order, and indices that are nothing but a split flat position. */
public final class RowMajor {
  private RowMajor() {}

  /**
   * The flat position that an index was split from by remainders and quotients of the extents, as a
   * reshape does; null if it is another index.
   */
  public static @Nullable Scalar unsplit(Shape shape, List<Scalar> at) {
    Scalar flat = null;
    Scalar rest = null;
    for (int axis = at.size() - 1; axis >= 0; axis--) {
      Scalar extent = Scalar.extent(shape.dim(axis));
      Scalar index = at.get(axis);
      if (axis == 0) {
        return flat != null && index.equals(rest) ? flat : null;
      }
      if (shape.dim(axis).isOne() && index.equals(Scalar.whole(0))) {
        continue;
      }
      if (!(index instanceof Scalar.Compute)
          || ((Scalar.Compute) index).primitive() != Primitive.REMAINDER
          || !((Scalar.Compute) index).operands().get(1).equals(extent)) {
        return null;
      }
      Scalar whole = ((Scalar.Compute) index).operands().get(0);
      if (flat == null) {
        flat = whole;
      } else if (!whole.equals(rest)) {
        return null;
      }
      rest = Scalar.of(Primitive.QUOTIENT, whole, extent);
    }
    return null;
  }
}

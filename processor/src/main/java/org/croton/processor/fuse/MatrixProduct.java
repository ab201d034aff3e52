package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * A nest recognised as a matrix product {@code c += alpha a b} over rows {@code m}, columns {@code
 * n} and the reduction {@code k}; further axes that all three share are a batch.
 */
record MatrixProduct(
    Scalar.Read a,
    Scalar.Read b,
    @Nullable Scalar alpha,
    Axis m,
    Axis n,
    Axis k,
    List<Axis> batch) {

  /** Products with all sizes known and at most this many multiplications stay inline loops. */
  private static final long SMALL = 512;

  static @Nullable MatrixProduct recognise(Nest nest) {
    if (nest.combine() != Combine.SUM
        || !nest.target().dtype().isFloating()
        || !nest.checks().isEmpty()) {
      return null;
    }
    List<Scalar> factors = new ArrayList<>();
    factors(nest.body(), factors);
    List<Scalar.Read> matrices = new ArrayList<>();
    Scalar alpha = null;
    for (Scalar factor : factors) {
      if (isInvariant(factor)) {
        alpha = alpha == null ? factor : Scalar.mul(alpha, factor);
      } else if (factor instanceof Scalar.Read && isPlain((Scalar.Read) factor)) {
        matrices.add((Scalar.Read) factor);
      } else {
        return null;
      }
    }
    return matrices.size() == 2 ? assign(nest, matrices.get(0), matrices.get(1), alpha) : null;
  }

  private static void factors(Scalar body, List<Scalar> factors) {
    if (body instanceof Scalar.Compute && ((Scalar.Compute) body).primitive() == Primitive.MUL) {
      ((Scalar.Compute) body).operands().forEach(operand -> factors(operand, factors));
    } else {
      factors.add(body);
    }
  }

  private static boolean isInvariant(Scalar factor) {
    return factor instanceof Scalar.Immediate
        || (factor instanceof Scalar.Read && ((Scalar.Read) factor).buffer().rank() == 0);
  }

  private static boolean isPlain(Scalar.Read read) {
    return read.at().stream()
        .allMatch(i -> i instanceof Scalar.Position || i instanceof Scalar.Immediate);
  }

  private static @Nullable MatrixProduct assign(
      Nest nest, Scalar.Read x, Scalar.Read y, @Nullable Scalar alpha) {
    if (nest.at().isEmpty() || !(nest.at().get(nest.at().size() - 1) instanceof Scalar.Position)) {
      return null;
    }
    Axis n = ((Scalar.Position) nest.at().get(nest.at().size() - 1)).axis();
    boolean inX = uses(x, n);
    if (inX == uses(y, n)) {
      return null;
    }
    Scalar.Read a = inX ? y : x;
    Scalar.Read b = inX ? x : y;
    Axis m = null;
    Axis k = null;
    List<Axis> batch = new ArrayList<>();
    for (Axis axis : nest.axes()) {
      boolean inA = uses(a, axis);
      boolean inB = uses(b, axis);
      if (axis == n) {
        continue;
      }
      if (axis.isReduction() && inA && inB && k == null) {
        k = axis;
      } else if (!axis.isReduction() && inA && !inB && m == null) {
        m = axis;
      } else if (!axis.isReduction() && inA && inB) {
        batch.add(axis);
      } else {
        return null;
      }
    }
    if (m == null || k == null || isSmall(m, n, k)) {
      return null;
    }
    return new MatrixProduct(a, b, alpha, m, n, k, batch);
  }

  private static boolean isSmall(Axis m, Axis n, Axis k) {
    Dim size = m.extent().times(n.extent()).times(k.extent());
    return size.isConstant() && size.constant() <= SMALL;
  }

  private static boolean uses(Scalar.Read read, Axis axis) {
    return read.at().contains(Scalar.at(axis));
  }

  /** An operand or the target as a matrix: its origin is where row and column are 0. */
  static Statement.Matrix matrix(Buffer buffer, List<Scalar> at, Axis row, Axis column) {
    List<Scalar> origin = new ArrayList<>(at);
    Dim rowStride = Dim.ZERO;
    Dim columnStride = Dim.ZERO;
    Dim stride = Dim.ONE;
    for (int i = at.size() - 1; i >= 0; i--) {
      if (at.get(i).equals(Scalar.at(row))) {
        rowStride = rowStride.plus(stride);
        origin.set(i, Scalar.whole(0));
      } else if (at.get(i).equals(Scalar.at(column))) {
        columnStride = columnStride.plus(stride);
        origin.set(i, Scalar.whole(0));
      }
      stride = stride.times(buffer.shape().dim(i));
    }
    return new Statement.Matrix(buffer, origin, rowStride, columnStride);
  }
}

package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
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
 * n} and the reduction {@code k}; further axes that all three share are a batch. Several axes that
 * lie side by side wherever they occur are rows, or reduced, as one.
 */
record MatrixProduct(
    Scalar.Read a,
    Scalar.Read b,
    @Nullable Scalar alpha,
    List<Axis> m,
    Axis n,
    List<Axis> k,
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
        .allMatch(i -> position(i) instanceof Scalar.Position || i instanceof Scalar.Immediate);
  }

  /** An index without the constant that is added to it, as in a part of an array. */
  private static Scalar position(Scalar index) {
    return start(index) == null ? index : operand(index, 1 - constantAt(index));
  }

  /** The constant that is added to a position; null if none is. */
  private static @Nullable Scalar start(Scalar index) {
    int at = constantAt(index);
    return at >= 0 && operand(index, 1 - at) instanceof Scalar.Position ? operand(index, at) : null;
  }

  private static int constantAt(Scalar index) {
    boolean sum =
        index instanceof Scalar.Compute
            && ((Scalar.Compute) index).primitive() == Primitive.ADD
            && ((Scalar.Compute) index).operands().size() == 2;
    if (!sum) {
      return -1;
    }
    return operand(index, 0) instanceof Scalar.Immediate
        ? 0
        : operand(index, 1) instanceof Scalar.Immediate ? 1 : -1;
  }

  private static Scalar operand(Scalar sum, int number) {
    return ((Scalar.Compute) sum).operands().get(number);
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
    List<Axis> m = new ArrayList<>();
    List<Axis> k = new ArrayList<>();
    List<Axis> batch = new ArrayList<>();
    for (Axis axis : nest.axes()) {
      boolean inA = uses(a, axis);
      boolean inB = uses(b, axis);
      if (axis == n) {
        continue;
      }
      if (axis.isReduction() && inA && inB) {
        k.add(axis);
      } else if (!axis.isReduction() && inA && !inB) {
        m.add(axis);
      } else if (!axis.isReduction() && inA && inB) {
        batch.add(axis);
      } else {
        return null;
      }
    }
    boolean whole =
        areOne(m, a.buffer(), a.at())
            && areOne(m, nest.target(), nest.at())
            && areOne(k, a.buffer(), a.at())
            && areOne(k, b.buffer(), b.at());
    if (m.isEmpty() || k.isEmpty() || !whole || isSmall(m, n, k)) {
      return null;
    }
    return new MatrixProduct(a, b, alpha, m, n, k, batch);
  }

  /** True if the axes run over adjacent elements of a buffer as one axis would. */
  private static boolean areOne(List<Axis> axes, Buffer buffer, List<Scalar> at) {
    for (int i = 1; i < axes.size(); i++) {
      int place = at.indexOf(Scalar.at(axes.get(i)));
      boolean follows = place > 0 && isAt(at.get(place - 1), List.of(axes.get(i - 1)));
      if (!follows || !buffer.shape().dim(place).equals(axes.get(i).extent())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSmall(List<Axis> m, Axis n, List<Axis> k) {
    Dim size = extent(m).times(n.extent()).times(extent(k));
    return size.isConstant() && size.constant() <= SMALL;
  }

  /** The nest as calls of the packed kernel, one for each position of the batch. */
  Statement statement(Nest nest, Buffer scratch) {
    List<Axis> columns = List.of(n);
    DType dtype = nest.target().dtype();
    Statement statement =
        new Statement.Multiply(
            matrix(a.buffer(), a.at(), m, k),
            matrix(b.buffer(), b.at(), k, columns),
            matrix(nest.target(), nest.at(), m, columns),
            extent(m),
            n.extent(),
            extent(k),
            alpha == null ? Scalar.real(dtype, 1) : alpha,
            Scalar.real(dtype, nest.base() == null ? 0 : 1),
            scratch);
    for (int i = batch.size() - 1; i >= 0; i--) {
      statement = new Statement.For(batch.get(i), Statement.Schedule.SERIAL, List.of(statement));
    }
    return statement;
  }

  /** Number of rows, or of products that a sum has. */
  private static Dim extent(List<Axis> axes) {
    Dim extent = Dim.ONE;
    for (Axis axis : axes) {
      extent = extent.times(axis.extent());
    }
    return extent;
  }

  private static boolean uses(Scalar.Read read, Axis axis) {
    return read.at().stream().anyMatch(index -> isAt(index, List.of(axis)));
  }

  /** An operand or the target as a matrix: its origin is where row and column are 0. */
  private static Statement.Matrix matrix(
      Buffer buffer, List<Scalar> at, List<Axis> rows, List<Axis> columns) {
    List<Scalar> origin = new ArrayList<>(at);
    Dim rowStride = Dim.ZERO;
    Dim columnStride = Dim.ZERO;
    Dim stride = Dim.ONE;
    for (int i = at.size() - 1; i >= 0; i--) {
      if (isAt(at.get(i), rows)) {
        rowStride = isLast(at.get(i), rows) ? rowStride.plus(stride) : rowStride;
        origin.set(i, origin(at.get(i)));
      } else if (isAt(at.get(i), columns)) {
        columnStride = isLast(at.get(i), columns) ? columnStride.plus(stride) : columnStride;
        origin.set(i, origin(at.get(i)));
      }
      stride = stride.times(buffer.shape().dim(i));
    }
    return new Statement.Matrix(buffer, origin, rowStride, columnStride);
  }

  private static Scalar origin(Scalar index) {
    Scalar start = start(index);
    return start == null ? Scalar.whole(0) : start;
  }

  private static boolean isAt(Scalar index, List<Axis> axes) {
    Scalar position = position(index);
    return axes.stream().anyMatch(axis -> position.equals(Scalar.at(axis)));
  }

  private static boolean isLast(Scalar index, List<Axis> axes) {
    return isAt(index, axes.subList(axes.size() - 1, axes.size()));
  }
}

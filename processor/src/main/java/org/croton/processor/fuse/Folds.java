package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * Floating sums and products over a loop. Their order matters, so that they are not left to the
 * compiler's vectoriser: they become {@link Statement.Reduce}.
 */
final class Folds {
  private final Loop loop;
  private final List<Leaf> leaves;
  private final Function<Leaf, Substitution> names;
  private final Function<Leaf, Buffer> totals;

  Folds(
      Loop loop,
      List<Leaf> leaves,
      Function<Leaf, Substitution> names,
      Function<Leaf, Buffer> totals) {
    this.loop = loop;
    this.leaves = leaves;
    this.names = names;
    this.totals = totals;
  }

  /**
   * The loop as nothing but reductions of elements that lie side by side, or of products of two
   * such elements; null if it does more than that.
   */
  @Nullable List<Statement.Reduce> reduces() {
    Map<Buffer, Scalar> registers = new HashMap<>();
    List<Statement.Reduce> reduces = new ArrayList<>();
    for (Leaf leaf : leaves) {
      Substitution expand =
          new Substitution(
              position -> position, read -> registers.getOrDefault(read.buffer(), read));
      Scalar body = expand.apply(names.apply(leaf).apply(leaf.nest.body()));
      if (!isFold(leaf, loop)) {
        if (leaf.nest.combine() != Combine.SET || leaf.nest.target().rank() == 0) {
          return null;
        }
        Scalar target =
            names.apply(leaf).apply(new Scalar.Read(leaf.nest.target(), leaf.nest.at()));
        Buffer place = ((Scalar.Read) target).buffer();
        if (!EmitStatements.isRegister(place)) {
          return null;
        }
        registers.put(place, body);
        continue;
      }
      List<Scalar.Read> factors = factors(body, leaf.nest.combine());
      if (factors == null) {
        return null;
      }
      reduces.add(
          new Statement.Reduce(totals.apply(leaf), leaf.nest.combine(), loop.axis, factors));
    }
    return reduces.isEmpty() ? null : reduces;
  }

  private @Nullable List<Scalar.Read> factors(Scalar body, Combine combine) {
    List<Scalar> parts = List.of(body);
    if (body instanceof Scalar.Compute
        && ((Scalar.Compute) body).primitive() == Primitive.MUL
        && combine == Combine.SUM) {
      parts = ((Scalar.Compute) body).operands();
    }
    List<Scalar.Read> factors = new ArrayList<>();
    for (Scalar part : parts) {
      if (!isAdjacent(part)) {
        return null;
      }
      factors.add((Scalar.Read) part);
    }
    return factors;
  }

  /** True for a read whose last index, and no other, is the loop's. */
  private boolean isAdjacent(Scalar scalar) {
    if (!(scalar instanceof Scalar.Read) || ((Scalar.Read) scalar).buffer().rank() == 0) {
      return false;
    }
    List<Scalar> at = ((Scalar.Read) scalar).at();
    List<Scalar> outer = at.subList(0, at.size() - 1);
    return at.get(at.size() - 1).equals(Scalar.at(loop.axis))
        && outer.stream().noneMatch(index -> mentions(index, loop.axis));
  }

  /** True if the leaf sums or multiplies floating values over the loop. */
  static boolean isFold(Leaf leaf, Loop loop) {
    return isSumOrProduct(leaf.nest) && combinesAcross(leaf, loop);
  }

  static boolean isSumOrProduct(Nest nest) {
    return nest.target().dtype().isFloating()
        && (nest.combine() == Combine.SUM || nest.combine() == Combine.PRODUCT);
  }

  static boolean combinesAcross(Leaf leaf, Loop loop) {
    Axis axis = leaf.axisOf(loop);
    return leaf.nest.combine() != Combine.SET
        && axis != null
        && leaf.nest.at().stream().noneMatch(index -> mentions(index, axis));
  }

  /** True if all that the leaf does in the loop, and in those within, goes to one element. */
  static boolean isSingle(Leaf leaf, Loop loop) {
    List<Loop> path = leaf.path();
    return path.subList(loop.path().size() - 1, path.size()).stream()
        .allMatch(inner -> leaf.axisOf(inner) == null || combinesAcross(leaf, inner));
  }

  /** True if the loop moves the target by one element, along its last axis, or not at all. */
  static boolean isStraight(Leaf leaf, Loop loop) {
    Axis axis = leaf.axisOf(loop);
    List<Scalar> at = leaf.nest.at();
    int last = at.size() - 1;
    while (last > 0 && leaf.nest.target().shape().dim(last).isOne()) {
      last--; // a column is as straight as a row of one element is short
    }
    for (int i = 0; i < at.size() && axis != null; i++) {
      boolean plain = i == last && at.get(i) instanceof Scalar.Position;
      if (mentions(at.get(i), axis) && !plain) {
        return false;
      }
    }
    return true;
  }

  /** True if some operation of the expression, floating, is of the kind. */
  static boolean calls(Scalar scalar, Predicate<Primitive> kind) {
    if (!(scalar instanceof Scalar.Compute)) {
      return false;
    }
    Scalar.Compute compute = (Scalar.Compute) scalar;
    return (compute.dtype().isFloating() && kind.test(compute.primitive()))
        || compute.operands().stream().anyMatch(operand -> calls(operand, kind));
  }

  private static boolean mentions(Scalar scalar, Axis axis) {
    if (scalar instanceof Scalar.Position) {
      return ((Scalar.Position) scalar).axis() == axis;
    }
    if (scalar instanceof Scalar.Compute) {
      return ((Scalar.Compute) scalar).operands().stream().anyMatch(s -> mentions(s, axis));
    }
    return scalar instanceof Scalar.Read
        && ((Scalar.Read) scalar).at().stream().anyMatch(s -> mentions(s, axis));
  }
}

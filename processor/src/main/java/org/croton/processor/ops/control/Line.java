package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;

import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.elementwise.Maximum;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * An integer scalar of a loop's body as {@code start + slope * index}, modulo the range of its
 * dtype: exactly the value, wherever it wraps.
 *
 * @param start the value in the first iteration, computed of what is the same in all
 */
record Line(Node start, long slope) {
  /** The value as a line, or null if it is none. */
  static @Nullable Line of(Node node, Cycle loop, Origins origins) {
    if (origins.isInvariant(node)) {
      return new Line(node, 0);
    }
    if (node == loop.index()) {
      return new Line(node.builder().constant(DType.I64, 0L), 1);
    }
    if (!(node instanceof Apply) || !isInteger(node)) {
      return null;
    }
    Apply apply = (Apply) node;
    if (apply.is(Cast.OP)) {
      return cast(apply, loop, origins);
    }
    if (apply.is(Maximum.OP)) {
      return natural(apply, loop, origins);
    }
    return combined(apply, loop, origins);
  }

  private static @Nullable Line combined(Apply apply, Cycle loop, Origins origins) {
    if (!apply.is(Add.OP) && !apply.is(Sub.OP) && !apply.is(Mul.OP) && !apply.is(Neg.OP)) {
      return null;
    }
    Line x = of(apply.argument(0), loop, origins);
    if (x == null) {
      return null;
    }
    if (apply.is(Neg.OP)) {
      return new Line(neg(x.start), -x.slope);
    }
    Line y = of(apply.argument(1), loop, origins);
    if (y == null) {
      return null;
    }
    if (apply.is(Add.OP)) {
      return new Line(add(x.start, y.start), x.slope + y.slope);
    }
    if (apply.is(Sub.OP)) {
      return new Line(sub(x.start, y.start), x.slope - y.slope);
    }
    return y.start instanceof Constant && y.slope == 0 ? x.times(y.start) : null;
  }

  private Line times(Node factor) {
    return new Line(mul(start, factor), slope * ((Constant) factor).value().integer(0));
  }

  /** A narrower number wraps as its operand does; a wider one is a line if nothing wrapped. */
  private static @Nullable Line cast(Apply apply, Cycle loop, Origins origins) {
    Node from = apply.argument(0);
    if (!isInteger(from)) {
      return null;
    }
    DType dtype = apply.tensor().dtype();
    if (dtype == DType.I32 || from.tensor().dtype() == DType.I64) {
      Line line = of(from, loop, origins);
      return line == null ? null : new Line(Cast.cast(line.start, dtype), line.slope);
    }
    Long ahead = ahead(from, loop);
    return ahead != null && countsWithInts(loop)
        ? new Line(from.builder().constant(DType.I64, ahead), 1)
        : null;
  }

  /**
   * How much an I32 is more than the index, if that is so little that an index of int allows it.
   */
  private static @Nullable Long ahead(Node node, Cycle loop) {
    if (!(node instanceof Apply)) {
      return null;
    }
    Apply apply = (Apply) node;
    if (apply.is(Cast.OP)) {
      return apply.argument(0) == loop.index() ? (Long) 0L : null;
    }
    if (!apply.is(Add.OP) || !(apply.argument(1) instanceof Constant)) {
      return null;
    }
    Long first = ahead(apply.argument(0), loop);
    long more = ((Constant) apply.argument(1)).value().integer(0);
    return first != null && first == 0 && (more == 1 || more == -1) ? (Long) more : null;
  }

  /** True if the loop runs at most as often as an array has elements, the index's successor too. */
  static boolean countsWithInts(Cycle loop) {
    Dim trips = loop.isCounted() ? Trips.dim(loop.trips()) : null;
    if (trips == null) {
      return false;
    }
    if (trips.isConstant()) {
      return trips.constant() <= Integer.MAX_VALUE;
    }
    Dim rest = trips.names().size() == 1 ? trips.minus(Dim.name(trips.names().first())) : trips;
    return rest.isConstant() && rest.constant() <= 0;
  }

  /** {@code max(x, 0)} of a line that is nowhere below zero. */
  private static @Nullable Line natural(Apply apply, Cycle loop, Origins origins) {
    Line line = of(apply.argument(0), loop, origins);
    boolean withZero =
        apply.argument(1) instanceof Constant
            && ((Constant) apply.argument(1)).value().integer(0) == 0;
    if (line == null || !withZero || !loop.isCounted()) {
      return null;
    }
    Node last = sub(loop.trips(), apply.builder().constant(DType.I64, 1L));
    Node least = line.slope < 0 ? line.at(last) : line.start;
    Dim size = Trips.dim(least);
    boolean isNatural = size != null && size.terms().stream().allMatch(term -> term.factor() >= 0);
    return isNatural ? line : null;
  }

  /** The value in an iteration whose number is an I64. */
  Node at(Node index) {
    if (slope == 0) {
      return start;
    }
    Node times = mul(index, index.builder().constant(DType.I64, slope));
    DType dtype = start.tensor().dtype();
    return add(start, dtype == DType.I64 ? times : Cast.cast(times, dtype));
  }

  private static boolean isInteger(Node node) {
    DType dtype = node.tensor().dtype();
    return node.tensor().isScalar() && (dtype == DType.I64 || dtype == DType.I32);
  }
}

package org.croton.processor.ops.control;

import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Extents;
import org.croton.processor.op.SizeAttrs;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.elementwise.Maximum;
import org.croton.processor.ops.elementwise.Minimum;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/** The number of a loop's iterations as a size, so that arrays can have one entry for each. */
final class Trips {
  private Trips() {}

  /** Null if only the data knows it. */
  static @Nullable Dim of(Cycle loop) {
    Dim trips = dim(loop.trips());
    if (trips == null) {
      return null;
    }
    return natural(trips);
  }

  /** The number of iterations of a loop that is to make so many, or fewer than none. */
  static Dim natural(Dim trips) {
    boolean natural = trips.terms().stream().allMatch(term -> term.factor() >= 0);
    return natural ? trips : trips.max(Dim.ZERO);
  }

  /** How many entries a tape of the loop needs at most; null if only the data knows it. */
  static @Nullable Dim room(Cycle loop, Extents around) {
    Dim exact = loop.segment() != null ? loop.segment() : of(loop);
    return exact != null || !loop.isCounted() ? exact : Ranges.trips(loop, around);
  }

  /** An integer scalar as a size, if it is computed from sizes alone. */
  static @Nullable Dim dim(Node node) {
    if (node instanceof Constant) {
      return Dim.of(((Constant) node).value().integer(0));
    }
    if (!(node instanceof Apply)) {
      return null;
    }
    Apply apply = (Apply) node;
    if (apply.arguments().isEmpty() && apply.attrs() instanceof SizeAttrs) {
      return apply.attrs(SizeAttrs.class).size();
    }
    if (apply.is(Cast.OP)) {
      return dim(apply.argument(0));
    }
    return apply.arguments().size() == 2 ? pair(apply) : null;
  }

  private static @Nullable Dim pair(Apply apply) {
    Dim left = dim(apply.argument(0));
    Dim right = dim(apply.argument(1));
    if (left == null || right == null) {
      return null;
    }
    if (apply.is(Add.OP)) {
      return left.plus(right);
    }
    if (apply.is(Sub.OP)) {
      return left.minus(right);
    }
    if (apply.is(Mul.OP)) {
      return left.times(right);
    }
    if (apply.is(Maximum.OP)) {
      return left.max(right);
    }
    return apply.is(Minimum.OP) ? left.min(right) : null;
  }
}

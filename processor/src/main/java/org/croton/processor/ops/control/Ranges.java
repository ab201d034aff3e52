package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.op.Extents;
import org.croton.processor.ops.elementwise.FloorDiv;
import org.croton.processor.ops.elementwise.Maximum;
import org.croton.processor.ops.elementwise.Minimum;
import org.croton.processor.ops.elementwise.Where;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Sizes between which integer scalars of a loop's body lie, as far as the indices of the loops
 * around tell: in a loop of {@code n} iterations, one of {@code i + 1} makes at most {@code n}.
 */
final class Ranges {
  private final Extents known;

  private Ranges(Extents known) {
    this.known = known;
  }

  /** The most iterations of a counted loop; null if nothing is known. */
  static @Nullable Dim trips(Cycle loop, Extents around) {
    Dim most = new Ranges(around).bound(loop.trips(), true);
    return most == null ? null : Trips.natural(most);
  }

  /** What is known in the body of a loop, given what is known around it. */
  static Extents inside(Cycle loop, Extents around) {
    int first = 1 + loop.carries();
    List<Parameter> parameters = loop.parameters();
    List<Node> inputs = new ArrayList<>();
    for (int i = first; i <= loop.inputs(); i++) {
      inputs.add(loop.outer(i));
    }
    Extents invariants = inside(parameters.subList(first, parameters.size()), inputs, around);
    Map<Node, Dim> least = new HashMap<>(invariants.least());
    Map<Node, Dim> most = new HashMap<>(invariants.most());
    least.put(loop.index(), Dim.ZERO);
    Dim trips = Trips.room(loop, around);
    if (trips != null) {
      most.put(loop.index(), trips.minus(Dim.ONE));
    }
    return new Extents(least, most);
  }

  /** What is known of a region's parameters that stand for these values from around it. */
  static Extents inside(List<Parameter> parameters, List<Node> outer, Extents around) {
    Ranges ranges = new Ranges(around);
    Map<Node, Dim> least = new HashMap<>();
    Map<Node, Dim> most = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (isNumber(parameters.get(i))) {
        Dim from = ranges.bound(outer.get(i), false);
        Dim to = ranges.bound(outer.get(i), true);
        if (from != null) {
          least.put(parameters.get(i), from);
        }
        if (to != null) {
          most.put(parameters.get(i), to);
        }
      }
    }
    return new Extents(least, most);
  }

  private static boolean isNumber(Node node) {
    return node.type() instanceof TensorType
        && node.tensor().isScalar()
        && node.tensor().dtype().isInteger()
        && node.tensor().dtype() != DType.BOOL;
  }

  private @Nullable Dim bound(Node node, boolean upper) {
    Affine sum = Affine.of(node);
    Dim bound = Dim.of(sum.constant());
    for (Map.Entry<Node, Long> term : sum.terms().entrySet()) {
      Dim part = leaf(term.getKey(), upper == term.getValue() > 0);
      if (part == null) {
        return null;
      }
      bound = bound.plus(part.times(Dim.of(term.getValue())));
    }
    return bound;
  }

  /** The bound of what is no sum. */
  private @Nullable Dim leaf(Node node, boolean upper) {
    Dim exact = Trips.dim(node);
    if (exact != null) {
      return exact;
    }
    if (node instanceof Apply) {
      return choice((Apply) node, upper);
    }
    return upper ? known.most().get(node) : known.least().get(node);
  }

  private @Nullable Dim choice(Apply apply, boolean upper) {
    if (apply.is(FloorDiv.OP)) {
      Dim part = bound(apply.argument(0), upper);
      Dim by = Trips.dim(apply.argument(1));
      return part != null && by != null && by.isConstant() && by.constant() > 0
          ? part.floorDiv(by)
          : null;
    }
    boolean least = apply.is(Minimum.OP);
    boolean where = apply.is(Where.OP);
    if (!least && !where && !apply.is(Maximum.OP)) {
      return null;
    }
    int from = where ? 1 : 0;
    Dim one = bound(apply.argument(from), upper);
    Dim other = bound(apply.argument(from + 1), upper);
    if (one != null && other != null) {
      return least || (where && !upper) ? one.min(other) : one.max(other);
    }
    boolean either = !where && least == upper;
    return either ? (one != null ? one : other) : null;
  }
}

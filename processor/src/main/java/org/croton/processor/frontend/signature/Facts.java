package org.croton.processor.frontend.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.croton.processor.kernel.DimRelation;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What declared equations say of names: each that can be is replaced by what it equals, so that two
 * sizes that are equal by declaration have one formula.
 */
public final class Facts {
  private final Map<String, Dim> known = new LinkedHashMap<>();

  /** The dim with all names replaced of which something is known. */
  public Dim apply(Dim dim) {
    return Solving.substitute(dim, known);
  }

  public Shape apply(Shape shape) {
    return Solving.substitute(shape, known);
  }

  /** Learns from an equation; other relations are for entry code alone. */
  void learn(DimRelation relation) {
    if (relation.operator() != DimRelation.Operator.EQ) {
      return;
    }
    Dim left = apply(relation.left());
    Dim right = apply(relation.right());
    if (!learn(left, right) && !learn(right, left)) {
      solve(left.minus(right));
    }
  }

  /** Whether the first is a name of its own that the second explains. */
  private boolean learn(Dim name, Dim meaning) {
    if (!name.isName() || meaning.names().contains(name.names().first())) {
      return false;
    }
    put(name.names().first(), meaning);
    return true;
  }

  private void solve(Dim zero) {
    for (String name : new TreeSet<>(zero.names())) {
      @Nullable Dim solution = Solving.solve(zero, name, Dim.ZERO);
      if (solution != null) {
        put(name, solution);
        return;
      }
    }
  }

  private void put(String name, Dim meaning) {
    known.put(name, meaning);
    known.replaceAll((other, dim) -> apply(dim));
  }
}

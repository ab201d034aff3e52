package org.croton.processor.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Literal;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What the names in dims are in one run. Names are learnt from the shapes of arrays whose type is
 * known: each dim gives an equation, and one with a single unknown name is solved for it.
 */
final class Sizes {
  private record Equation(Dim dim, long size) {}

  private final Map<String, Long> known;
  private List<Equation> open = new ArrayList<>();

  /** With some names known from the start. */
  Sizes(Map<String, Integer> given) {
    this.known = new HashMap<>();
    given.forEach((name, size) -> known.put(name, (long) size));
  }

  /** The same sizes, to learn more without the origin noticing. */
  Sizes(Sizes origin) {
    this.known = new HashMap<>(origin.known);
  }

  /**
   * Learns from an array that has a type's shape. Throws {@link IllegalArgumentException} if the
   * shape contradicts what is known.
   */
  void learn(Shape shape, Literal array) {
    int[] sizes = array.shape();
    if (sizes.length != shape.rank()) {
      throw new IllegalArgumentException(array.type() + " is not of shape " + shape);
    }
    for (int axis = 0; axis < sizes.length; axis++) {
      if (!shape.dim(axis).isEndless()) {
        open.add(new Equation(shape.dim(axis), sizes[axis]));
      }
    }
    boolean progress = true;
    while (progress) {
      List<Equation> before = open;
      open = new ArrayList<>();
      before.forEach(this::use);
      progress = open.size() < before.size();
    }
  }

  private void use(Equation equation) {
    Set<String> unknown = new HashSet<>(equation.dim().names());
    unknown.removeAll(known.keySet());
    if (unknown.isEmpty()) {
      check(equation);
    } else if (unknown.size() > 1 || !solve(equation, unknown.iterator().next())) {
      open.add(equation);
    }
  }

  private void check(Equation equation) {
    long size = size(equation.dim());
    if (size != equation.size()) {
      throw new IllegalArgumentException(
          "dim " + equation.dim() + " is " + size + ", not " + equation.size());
    }
  }

  /** Solves for a name that the dim is linear in. */
  private boolean solve(Equation equation, String name) {
    long at0 = evaluate(equation.dim(), name, 0);
    long slope = evaluate(equation.dim(), name, 1) - at0;
    if (slope == 0 || (equation.size() - at0) % slope != 0) {
      return false;
    }
    long value = (equation.size() - at0) / slope;
    if (value < 0 || evaluate(equation.dim(), name, value) != equation.size()) {
      return false;
    }
    known.put(name, value);
    return true;
  }

  private long evaluate(Dim dim, String name, long value) {
    return dim.evaluate(other -> other.equals(name) ? value : size(other));
  }

  /** Throws {@link IllegalArgumentException} for a dim with a name that no array has told. */
  long size(Dim dim) {
    return dim.evaluate(this::size);
  }

  private long size(String name) {
    @Nullable Long size = known.get(name);
    if (size == null) {
      throw new IllegalArgumentException("the size of " + name + " is unknown");
    }
    return size;
  }
}

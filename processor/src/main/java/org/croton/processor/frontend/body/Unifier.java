package org.croton.processor.frontend.body;

import java.util.List;
import java.util.Set;
import org.croton.processor.frontend.signature.Solving;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;

/**
 * Finds out what sizes that no signature relates must be: a record used as a layer has the sizes
 * that its use asks for, which entry code then checks.
 */
final class Unifier {
  /** Thrown when a size is found out: the method is read again with it. */
  static final class Solved extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient Dim dim;

    Solved(String name, Dim dim) {
      super(name + " = " + dim, null, false, false);
      this.name = name;
      this.dim = dim;
    }

    String name() {
      return name;
    }

    Dim dim() {
      return dim;
    }
  }

  private final Reading reading;

  Unifier(Reading reading) {
    this.reading = reading;
  }

  /** Throws {@link Solved} if open sizes can make the shapes equal; returns if they cannot. */
  void unify(Shape a, Shape b) {
    if (a.rank() == b.rank()) {
      for (int axis = 0; axis < a.rank(); axis++) {
        unify(a.dim(axis), b.dim(axis));
      }
    }
  }

  /** Throws {@link Solved} if one dim is an open size of which the other is a formula. */
  void unify(Dim a, Dim b) {
    if (!a.equals(b)) {
      solve(a, b);
      solve(b, a);
    }
  }

  private void solve(Dim open, Dim other) {
    Set<String> free = reading.inputs.scope().open();
    List<String> candidates = open.names().stream().filter(free::contains).toList();
    for (String name : candidates) {
      Dim solution = other.names().contains(name) ? null : Solving.solve(open, name, other);
      if (solution != null && reading.inputs.scope().isFixed(solution)) {
        throw new Solved(name, solution);
      }
    }
  }
}

package org.croton.processor.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;

/** A dim as {@code factor * name + rest}, where neither factor nor rest depends on the name. */
record LinearDim(Dim factor, Dim rest) {
  /** Splits a dim by one of its names; empty if it is not linear in it. */
  static Optional<LinearDim> split(Dim dim, String name) {
    Map<String, Dim> names = new HashMap<>();
    collect(dim, names);
    Dim unknown = names.get(name);
    if (unknown == null) {
      return Optional.empty();
    }
    Dim rest = replaced(dim, names, name, Dim.ZERO);
    Dim factor = replaced(dim, names, name, Dim.ONE).minus(rest);
    // Normal forms decide: anything but a linear dim differs from what is put together again.
    return factor.times(unknown).plus(rest).equals(dim)
        ? Optional.of(new LinearDim(factor, rest))
        : Optional.empty();
  }

  private static Dim replaced(Dim dim, Map<String, Dim> names, String name, Dim value) {
    return dim.substitute(other -> other.equals(name) ? value : names.getOrDefault(other, value));
  }

  private static void collect(Dim dim, Map<String, Dim> names) {
    for (Dim.Term term : dim.terms()) {
      for (Atom atom : term.atoms()) {
        if (atom instanceof Atom.Name) {
          Atom.Name leaf = (Atom.Name) atom;
          names.put(
              leaf.name(), leaf.rigid() ? Dim.name(leaf.name()) : Dim.existential(leaf.name()));
        } else if (atom instanceof Atom.Call) {
          collect(((Atom.Call) atom).left(), names);
          collect(((Atom.Call) atom).right(), names);
        }
      }
    }
  }
}

package org.croton.processor.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product of atoms, sorted by text and with repeats for powers; the empty product is 1. */
record Monomial(List<Atom> atoms) implements Comparable<Monomial> {
  static final Monomial UNIT = new Monomial(List.of());

  static Monomial of(Atom atom) {
    return new Monomial(List.of(atom));
  }

  Monomial times(Monomial other) {
    List<Atom> all = new ArrayList<>(atoms);
    all.addAll(other.atoms);
    all.sort(Comparator.comparing(Atom::toString));
    return new Monomial(List.copyOf(all));
  }

  /** The other factor of an exact product, or null. */
  @Nullable Monomial dividedBy(Monomial divisor) {
    List<Atom> rest = new ArrayList<>(atoms);
    for (Atom atom : divisor.atoms) {
      if (!rest.remove(atom)) {
        return null;
      }
    }
    return new Monomial(List.copyOf(rest));
  }

  boolean hasFunction() {
    return atoms.stream().anyMatch(atom -> atom instanceof Atom.Call);
  }

  /** Higher degree first, then by text: the order in which users write polynomials. */
  @Override
  public int compareTo(Monomial other) {
    int degree = Integer.compare(other.atoms.size(), atoms.size());
    return degree != 0 ? degree : atoms.toString().compareTo(other.atoms.toString());
  }
}

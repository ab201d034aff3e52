package org.croton.processor.frontend.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/** Replaces dim names by what is known of them, and finds out what one name must be. */
public final class Solving {
  private Solving() {}

  public static Shape substitute(Shape shape, Map<String, Dim> known) {
    return known.isEmpty()
        ? shape
        : new Shape(shape.dims().stream().map(dim -> substitute(dim, known)).toList());
  }

  /** The dim with known names replaced, over and over. */
  public static Dim substitute(Dim dim, Map<String, Dim> known) {
    Dim current = dim;
    for (int round = 0; round <= known.size(); round++) {
      if (current.names().stream().noneMatch(known::containsKey)) {
        return current;
      }
      Dim before = current;
      current = current.substitute(name -> known.getOrDefault(name, named(before, name)));
    }
    return current;
  }

  /** The shape with names spelt differently. */
  public static Shape rename(Shape shape, UnaryOperator<String> spelling) {
    return new Shape(
        shape.dims().stream()
            .map(
                dim ->
                    dim.substitute(
                        name ->
                            isRigid(dim, name)
                                ? Dim.name(spelling.apply(name))
                                : Dim.existential(spelling.apply(name))))
            .toList());
  }

  /** The name as it occurs in a dim, rigid or existential. */
  private static Dim named(Dim dim, String name) {
    return isRigid(dim, name) ? Dim.name(name) : Dim.existential(name);
  }

  private static boolean isRigid(Dim dim, String name) {
    for (Dim.Term term : dim.terms()) {
      for (Atom atom : term.atoms()) {
        if (atom instanceof Atom.Name n && n.name().equals(name)) {
          return n.rigid();
        }
        if (atom instanceof Atom.Call call
            && (call.left().names().contains(name) || call.right().names().contains(name))) {
          return isRigid(call.left().names().contains(name) ? call.left() : call.right(), name);
        }
      }
    }
    return true;
  }

  /**
   * What {@code name} must be so that {@code pattern} equals {@code actual}, where the pattern is
   * linear in the name and its factor divides; null otherwise.
   */
  public static @Nullable Dim solve(Dim pattern, String name, Dim actual) {
    long factor = 0;
    Dim rest = Dim.ZERO;
    for (Dim.Term term : pattern.terms()) {
      boolean alone =
          term.atoms().size() == 1
              && term.atoms().get(0) instanceof Atom.Name n
              && n.name().equals(name);
      if (alone) {
        factor = term.factor();
      } else {
        Dim product = Dim.of(term.factor());
        for (Atom atom : term.atoms()) {
          product = product.times(dim(atom));
        }
        if (product.names().contains(name)) {
          return null;
        }
        rest = rest.plus(product);
      }
    }
    if (factor == 0) {
      return null;
    }
    Dim gap = actual.minus(rest);
    boolean divides = true;
    for (Dim.Term term : gap.terms()) {
      divides &= term.factor() % factor == 0;
    }
    return divides ? gap.floorDiv(Dim.of(factor)) : null;
  }

  private static Dim dim(Atom atom) {
    if (atom instanceof Atom.Name name) {
      return name.rigid() ? Dim.name(name.name()) : Dim.existential(name.name());
    }
    Atom.Call call = (Atom.Call) atom;
    return switch (call.kind()) {
      case FLOORDIV -> call.left().floorDiv(call.right());
      case MOD -> call.left().mod(call.right());
      case MIN -> call.left().min(call.right());
      case MAX -> call.left().max(call.right());
    };
  }

  /** Every solution that makes two lists of dims equal, given those known; null if none does. */
  public static @Nullable Map<String, Dim> match(
      List<Dim> patterns, List<Dim> actual, Map<String, Dim> known) {
    Map<String, Dim> found = new LinkedHashMap<>(known);
    for (int i = 0; i < patterns.size(); i++) {
      Dim pattern = substitute(patterns.get(i), found);
      if (pattern.equals(actual.get(i))) {
        continue;
      }
      List<String> open =
          pattern.names().stream().filter(name -> !found.containsKey(name)).toList();
      Dim solution = open.size() == 1 ? solve(pattern, open.get(0), actual.get(i)) : null;
      if (solution == null) {
        return null;
      }
      found.put(open.get(0), solution);
    }
    return found;
  }
}

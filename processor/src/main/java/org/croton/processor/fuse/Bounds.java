package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * What is known of sizes and loop variables at one place of a kernel, and proofs from it that a
 * polynomial over them is not negative.
 *
 * <p>A variable runs from 0 to its trips less one. Trips may depend on variables of loops further
 * out. Within the loop there is at least one trip, which is known too.
 */
final class Bounds {
  private static final long GREATEST = Integer.MAX_VALUE;

  /** A loop variable; its name is in no user's reach. */
  private record Variable(String name, Dim trips) {}

  private final Set<String> naturals;
  private final List<Variable> variables;
  private final List<Dim> facts;

  private Bounds(Set<String> naturals, List<Variable> variables, List<Dim> facts) {
    this.naturals = naturals;
    this.variables = variables;
    this.facts = facts;
  }

  /**
   * @param naturals names that are sizes of arrays which exist: from 0 to the greatest {@code int}
   */
  static Bounds of(Set<String> naturals) {
    return new Bounds(naturals, List.of(), List.of());
  }

  /** Within a loop whose variable has a name. */
  Bounds within(String variable, Dim trips) {
    List<Variable> inner = new ArrayList<>(variables);
    inner.add(new Variable(variable, trips));
    return new Bounds(naturals, inner, facts).knowing(trips.minus(Dim.ONE));
  }

  /** Where a polynomial is known not to be negative. */
  Bounds knowing(Dim notNegative) {
    List<Dim> more = new ArrayList<>(facts);
    more.add(notNegative);
    return new Bounds(naturals, variables, more);
  }

  /** The polynomial with {@code max(0, n)} as {@code n} where that is proven not to be negative. */
  Dim resolved(Dim value) {
    Dim resolved = Dim.ZERO;
    for (Dim.Term term : value.terms()) {
      Dim product = Dim.of(term.factor());
      for (Atom atom : term.atoms()) {
        product = product.times(resolved(atom));
      }
      resolved = resolved.plus(product);
    }
    return resolved;
  }

  private Dim resolved(Atom atom) {
    if (atom instanceof Atom.Call call && call.kind() == Atom.Kind.MAX) {
      Dim other = call.left().equals(Dim.ZERO) ? call.right() : call.left();
      boolean isNatural = call.left().equals(Dim.ZERO) || call.right().equals(Dim.ZERO);
      if (isNatural && isNotNegative(other)) {
        return other;
      }
    }
    return Dim.of(atom);
  }

  /** True if a polynomial is proven not to be negative. */
  boolean isNotNegative(Dim value) {
    return holds(value, Dim.ZERO) || facts.stream().anyMatch(fact -> holds(value, fact));
  }

  /** True if a value is proven to be an {@code int}. */
  boolean isInt(Dim value) {
    return isNotNegative(Dim.of(GREATEST).minus(value))
        && isNotNegative(value.plus(Dim.of(GREATEST)));
  }

  /** True if a value is proven to be far from the ends of {@code long}. */
  boolean isLong(Dim value) {
    Dim far = Dim.of(Long.MAX_VALUE / 4);
    return isNotNegative(far.minus(value)) && isNotNegative(value.plus(far));
  }

  /** True if the value less a fact, which is not negative itself, is not negative. */
  private boolean holds(Dim value, Dim fact) {
    try {
      return isNatural(value.minus(fact));
    } catch (ArithmeticException e) {
      return false; // beyond 64 bits: nothing is proven
    }
  }

  private boolean isNatural(Dim value) {
    Dim least = value;
    for (int i = variables.size() - 1; i >= 0; i--) {
      least = least(least, variables.get(i));
      if (least == null) {
        return false;
      }
    }
    long constant = 0;
    for (Dim.Term term : least.terms()) {
      constant = Math.addExact(constant, least(term));
    }
    return constant >= 0;
  }

  /** The least that a polynomial is over a variable's range, in what is left; null if unknown. */
  private @Nullable Dim least(Dim value, Variable variable) {
    Dim least = Dim.ZERO;
    for (Dim.Term term : value.terms()) {
      int times = Collections.frequency(term.atoms(), atom(variable.name));
      List<Atom> others = new ArrayList<>(term.atoms());
      others.remove(atom(variable.name));
      if (times == 0) {
        least = least.plus(product(term.factor(), others));
      } else if (times > 1 || !others.stream().allMatch(this::isNatural)) {
        return null;
      } else if (term.factor() < 0) {
        least = least.plus(product(term.factor(), others).times(variable.trips.minus(Dim.ONE)));
      }
    }
    return least;
  }

  private static Atom atom(String name) {
    return new Atom.Name(name, false);
  }

  private static Dim product(long factor, List<Atom> atoms) {
    Dim product = Dim.of(factor);
    for (Atom atom : atoms) {
      product = product.times(Dim.of(atom));
    }
    return product;
  }

  /** The least that a term over sizes can be; throws if it has no bound within 64 bits. */
  private long least(Dim.Term term) {
    if (term.atoms().isEmpty()) {
      return term.factor();
    }
    if (!term.atoms().stream().allMatch(this::isNatural)) {
      throw new ArithmeticException("no bound");
    }
    if (term.factor() >= 0) {
      return 0;
    }
    long product = term.factor();
    for (int i = 0; i < term.atoms().size(); i++) {
      product = Math.multiplyExact(product, GREATEST);
    }
    return product;
  }

  /** True for what is from 0 to the greatest {@code int}. */
  private boolean isNatural(Atom atom) {
    if (atom instanceof Atom.Name name) {
      return naturals.contains(name.name())
          || variables.stream().anyMatch(variable -> variable.name.equals(name.name()));
    }
    Atom.Call call = (Atom.Call) atom;
    if (call.kind() == Atom.Kind.FLOORDIV) {
      return isPositive(call.right()) && isSize(call.left(), 0);
    }
    return call.kind() == Atom.Kind.MAX
        && (call.left().equals(Dim.ZERO)
            ? isSize(call.right(), Long.MIN_VALUE)
            : call.right().equals(Dim.ZERO) && isSize(call.left(), Long.MIN_VALUE));
  }

  /** True for a constant of at least 1, and what only adds to it. */
  private boolean isPositive(Dim value) {
    long constant = 0;
    for (Dim.Term term : value.terms()) {
      if (term.atoms().isEmpty()) {
        constant = term.factor();
      } else if (term.factor() < 0 || !term.atoms().stream().allMatch(this::isNotNegative)) {
        return false;
      }
    }
    return constant > 0;
  }

  /** True for sizes and their quotients, however great they are. */
  private boolean isNotNegative(Atom atom) {
    if (atom instanceof Atom.Call call) {
      boolean isKnown = call.kind() == Atom.Kind.FLOORDIV || call.kind() == Atom.Kind.MIN;
      return isKnown
          && call.left().terms().stream().allMatch(this::isNotNegative)
          && (call.kind() == Atom.Kind.MIN
              ? call.right().terms().stream().allMatch(this::isNotNegative)
              : isPositive(call.right()));
    }
    return isNatural(atom);
  }

  private boolean isNotNegative(Dim.Term term) {
    return term.factor() >= 0 && term.atoms().stream().allMatch(this::isNotNegative);
  }

  /** True for a natural number, or for what is so little less. */
  private boolean isSize(Dim value, long least) {
    long constant = 0;
    int atoms = 0;
    for (Dim.Term term : value.terms()) {
      if (term.atoms().isEmpty()) {
        constant = term.factor();
      } else if (term.atoms().size() > 1 || term.factor() != 1 || !isNatural(term.atoms().get(0))) {
        return false;
      } else {
        atoms++;
      }
    }
    return atoms == 1 && constant <= 0 && constant >= least;
  }
}

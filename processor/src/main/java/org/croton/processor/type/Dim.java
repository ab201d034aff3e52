package org.croton.processor.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A size: a polynomial with 64-bit coefficients over atoms, in normal form. Two dims are provably
 * the same size if and only if they are equal.
 *
 * <p>Atoms are names ({@link Atom.Name}) and the non-polynomial functions {@code floordiv mod min
 * max} ({@link Atom.Call}). Arithmetic is exact: a coefficient that leaves 64 bits throws {@link
 * ArithmeticException}.
 */
public final class Dim implements Comparable<Dim> {
  public static final Dim ZERO = new Dim(new TreeMap<>());
  public static final Dim ONE = of(1);

  private final SortedMap<Monomial, Long> terms;
  private final String text;

  private Dim(SortedMap<Monomial, Long> terms) {
    this.terms = terms;
    this.text = DimText.print(terms);
  }

  /** The size {@code value}. */
  public static Dim of(long value) {
    TreeMap<Monomial, Long> terms = new TreeMap<>();
    if (value != 0) {
      terms.put(Monomial.UNIT, value);
    }
    return new Dim(terms);
  }

  /** A size that the user named: different rigid names never denote provably equal sizes. */
  public static Dim name(String name) {
    return of(new Atom.Name(name, true));
  }

  /** A size that only the data knows: bound once at run time, checked where it is bound. */
  public static Dim existential(String name) {
    return of(new Atom.Name(name, false));
  }

  /** The length of a tape: it grows while the program runs, and nothing is computed with it. */
  public static Dim endless(int number) {
    return existential(".t" + number);
  }

  /** True for the length of a tape. */
  public boolean isEndless() {
    return isName() && text.startsWith(".t");
  }

  /** A size that is one atom. */
  public static Dim of(Atom atom) {
    TreeMap<Monomial, Long> terms = new TreeMap<>();
    terms.put(Monomial.of(atom), 1L);
    return new Dim(terms);
  }

  public Dim plus(Dim other) {
    TreeMap<Monomial, Long> sum = new TreeMap<>(terms);
    other.terms.forEach((monomial, factor) -> add(sum, monomial, factor));
    return new Dim(sum);
  }

  public Dim minus(Dim other) {
    return plus(other.times(of(-1)));
  }

  public Dim times(Dim other) {
    TreeMap<Monomial, Long> product = new TreeMap<>();
    terms.forEach(
        (a, x) ->
            other.terms.forEach((b, y) -> add(product, a.times(b), Math.multiplyExact(x, y))));
    return new Dim(product);
  }

  private static void add(Map<Monomial, Long> terms, Monomial monomial, long factor) {
    long sum = Math.addExact(terms.getOrDefault(monomial, 0L), factor);
    if (sum == 0) {
      terms.remove(monomial);
    } else {
      terms.put(monomial, sum);
    }
  }

  /** Quotient rounded towards negative infinity; exact where every coefficient divides. */
  public Dim floorDiv(Dim divisor) {
    if (divisor.isConstant() && divisor.constant() != 0) {
      long d = divisor.constant();
      if (isConstant()) {
        return of(Math.floorDiv(constant(), d));
      }
      Dim whole = ZERO;
      Dim rest = ZERO;
      for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
        Dim monomial = single(term.getKey(), 1);
        if (term.getValue() % d == 0) {
          whole = whole.plus(monomial.times(of(term.getValue() / d)));
        } else {
          rest = rest.plus(monomial.times(of(term.getValue())));
        }
      }
      if (rest.isConstant()) {
        return whole.plus(of(Math.floorDiv(rest.constant(), d)));
      }
      return whole.plus(function(Atom.Kind.FLOORDIV, rest, divisor));
    }
    if (equals(ZERO)) {
      return ZERO;
    }
    Dim exact = exactQuotient(divisor);
    return exact != null ? exact : function(Atom.Kind.FLOORDIV, this, divisor);
  }

  private @Nullable Dim exactQuotient(Dim divisor) {
    if (divisor.terms.size() != 1) {
      return equals(divisor) ? ONE : null;
    }
    Map.Entry<Monomial, Long> by = divisor.terms.entrySet().iterator().next();
    TreeMap<Monomial, Long> quotient = new TreeMap<>();
    for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
      Monomial monomial = term.getKey().dividedBy(by.getKey());
      if (monomial == null || term.getValue() % by.getValue() != 0) {
        return null;
      }
      quotient.put(monomial, term.getValue() / by.getValue());
    }
    return new Dim(quotient);
  }

  /** Remainder of {@link #floorDiv}: {@code this - divisor * floorDiv(divisor)}. */
  public Dim mod(Dim divisor) {
    Dim quotient = floorDiv(divisor);
    boolean opaque = quotient.terms.keySet().stream().anyMatch(Monomial::hasFunction);
    return opaque && !isConstant()
        ? function(Atom.Kind.MOD, this, divisor)
        : minus(divisor.times(quotient));
  }

  public Dim min(Dim other) {
    Dim gap = minus(other);
    if (gap.isConstant()) {
      return gap.constant() <= 0 ? this : other;
    }
    return compareTo(other) <= 0
        ? function(Atom.Kind.MIN, this, other)
        : function(Atom.Kind.MIN, other, this);
  }

  public Dim max(Dim other) {
    Dim gap = minus(other);
    if (gap.isConstant()) {
      return gap.constant() >= 0 ? this : other;
    }
    return compareTo(other) <= 0
        ? function(Atom.Kind.MAX, this, other)
        : function(Atom.Kind.MAX, other, this);
  }

  private static Dim function(Atom.Kind kind, Dim left, Dim right) {
    return of(new Atom.Call(kind, left, right));
  }

  private static Dim single(Monomial monomial, long factor) {
    TreeMap<Monomial, Long> terms = new TreeMap<>();
    terms.put(monomial, factor);
    return new Dim(terms);
  }

  public boolean isConstant() {
    return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(Monomial.UNIT));
  }

  /** The value of a constant dim. Throws {@link IllegalStateException} for any other. */
  public long constant() {
    if (!isConstant()) {
      throw new IllegalStateException("not a constant: " + this);
    }
    return terms.getOrDefault(Monomial.UNIT, 0L);
  }

  public boolean isOne() {
    return equals(ONE);
  }

  /** True if the dim is one name and nothing else. */
  public boolean isName() {
    return terms.size() == 1
        && terms.firstKey().atoms().size() == 1
        && terms.getOrDefault(terms.firstKey(), 0L) == 1
        && terms.firstKey().atoms().get(0) instanceof Atom.Name;
  }

  /** All names the dim depends on, in text order. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    terms.keySet().forEach(m -> m.atoms().forEach(atom -> atom.collectNames(names)));
    return names;
  }

  /** The names in it that are existential, in text order. */
  public SortedSet<String> existentialNames() {
    SortedSet<String> names = new TreeSet<>();
    for (Monomial monomial : terms.keySet()) {
      for (Atom atom : monomial.atoms()) {
        if (atom instanceof Atom.Name name && !name.rigid()) {
          names.add(name.name());
        } else if (atom instanceof Atom.Call call) {
          names.addAll(call.left().existentialNames());
          names.addAll(call.right().existentialNames());
        }
      }
    }
    return names;
  }

  /** True if no name in it is existential. */
  public boolean isRigid() {
    return terms.keySet().stream().allMatch(m -> m.atoms().stream().allMatch(Atom::isRigid));
  }

  /** Value for given sizes of the names; throws {@link ArithmeticException} past 64 bits. */
  public long evaluate(ToLongFunction<String> sizes) {
    long sum = 0;
    for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
      long product = term.getValue();
      for (Atom atom : term.getKey().atoms()) {
        product = Math.multiplyExact(product, atom.evaluate(sizes));
      }
      sum = Math.addExact(sum, product);
    }
    return sum;
  }

  /** The dim with every name replaced by what {@code sizes} gives for it. */
  public Dim substitute(Function<String, Dim> sizes) {
    Dim sum = ZERO;
    for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
      Dim product = of(term.getValue());
      for (Atom atom : term.getKey().atoms()) {
        product = product.times(atom.substitute(sizes));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /** The terms in order: factor and atoms. For printers of other languages. */
  public List<Term> terms() {
    List<Term> list = new ArrayList<>();
    terms.forEach((monomial, factor) -> list.add(new Term(factor, monomial.atoms())));
    return list;
  }

  /** One summand: {@code factor} times the product of {@code atoms}. */
  public record Term(long factor, List<Atom> atoms) {}

  @Override
  public int compareTo(Dim other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dim && ((Dim) other).terms.equals(terms);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The dim as users write it, e.g. {@code 2*h + 1}. */
  @Override
  public String toString() {
    return text;
  }
}

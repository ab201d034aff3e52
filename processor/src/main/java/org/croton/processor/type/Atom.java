package org.croton.processor.type;

import java.util.Locale;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What polynomials over sizes are made of: a name or a non-polynomial function of two dims. */
public sealed interface Atom {
  void collectNames(SortedSet<String> names);

  boolean isRigid();

  long evaluate(ToLongFunction<String> sizes);

  Dim substitute(Function<String, Dim> sizes);

  /** A size by name; rigid if the user wrote the name, existential if only the data knows it. */
  record Name(String name, boolean rigid) implements Atom {
    @Override
    public void collectNames(SortedSet<String> names) {
      names.add(name);
    }

    @Override
    public boolean isRigid() {
      return rigid;
    }

    @Override
    public long evaluate(ToLongFunction<String> sizes) {
      return sizes.applyAsLong(name);
    }

    @Override
    public Dim substitute(Function<String, Dim> sizes) {
      return sizes.apply(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The functions that a polynomial cannot express. */
  enum Kind {
    FLOORDIV,
    MOD,
    MIN,
    MAX
  }

  /** {@code kind(left, right)}. */
  record Call(Kind kind, Dim left, Dim right) implements Atom {
    @Override
    public void collectNames(SortedSet<String> names) {
      names.addAll(left.names());
      names.addAll(right.names());
    }

    @Override
    public boolean isRigid() {
      return left.isRigid() && right.isRigid();
    }

    @Override
    public long evaluate(ToLongFunction<String> sizes) {
      long a = left.evaluate(sizes);
      long b = right.evaluate(sizes);
      switch (kind) {
        case FLOORDIV:
          return Math.floorDiv(a, b);
        case MOD:
          return Math.floorMod(a, b);
        case MIN:
          return Math.min(a, b);
        case MAX:
          return Math.max(a, b);
      }
      throw new AssertionError(kind);
    }

    @Override
    public Dim substitute(Function<String, Dim> sizes) {
      Dim a = left.substitute(sizes);
      Dim b = right.substitute(sizes);
      switch (kind) {
        case FLOORDIV:
          return a.floorDiv(b);
        case MOD:
          return a.mod(b);
        case MIN:
          return a.min(b);
        case MAX:
          return a.max(b);
      }
      throw new AssertionError(kind);
    }

    @Override
    public String toString() {
      return kind.name().toLowerCase(Locale.ROOT) + "(" + left + ", " + right + ")";
    }
  }
}

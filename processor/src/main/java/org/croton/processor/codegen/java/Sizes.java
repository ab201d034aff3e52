package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;

/**
 * The local variables that hold sizes, and dims as Java expressions over them, exact in 64 bits.
 */
final class Sizes {
  private record Known(String local, String boundBy) {}

  private final Locals names;
  private final Map<String, Known> known = new HashMap<>();

  Sizes(Locals names) {
    this.names = names;
  }

  /** A new local variable for a size. */
  String declare(String name, String boundBy) {
    String local = names.local(name);
    known.put(name, new Known(local, boundBy));
    return local;
  }

  /** The variable of a size that is known. */
  String local(String name) {
    Known size = known.get(name);
    if (size == null) {
      throw new IllegalStateException("the size " + name + " is not known at entry");
    }
    return size.local();
  }

  /** What bound the names of a dim, for messages; empty for a constant. */
  String boundBy(Dim dim) {
    for (String name : dim.names()) {
      Known size = known.get(name);
      if (size != null) {
        return size.boundBy();
      }
    }
    return "";
  }

  /** The dim as an expression of type {@code long}; it throws {@link ArithmeticException}. */
  CodeBlock code(Dim dim) {
    CodeBlock sum = null;
    for (Dim.Term term : dim.terms()) {
      CodeBlock product = product(term.factor(), term.atoms());
      sum = sum == null ? product : CodeBlock.of("$T.addExact($L, $L)", Math.class, sum, product);
    }
    return sum == null ? CodeBlock.of("0L") : sum;
  }

  private CodeBlock product(long factor, List<Atom> atoms) {
    CodeBlock product = factor == 1 && !atoms.isEmpty() ? null : CodeBlock.of("$LL", factor);
    for (Atom atom : atoms) {
      CodeBlock next = atom(atom);
      product =
          product == null
              ? next
              : CodeBlock.of("$T.multiplyExact($L, $L)", Math.class, product, next);
    }
    return product == null ? CodeBlock.of("1L") : product;
  }

  private CodeBlock atom(Atom atom) {
    if (atom instanceof Atom.Name) {
      return CodeBlock.of("$L", local(((Atom.Name) atom).name()));
    }
    Atom.Call call = (Atom.Call) atom;
    return CodeBlock.of(
        "$T.$L($L, $L)", Math.class, function(call.kind()), code(call.left()), code(call.right()));
  }

  /** The method of {@link Math}. */
  static String function(Atom.Kind kind) {
    switch (kind) {
      case FLOORDIV:
        return "floorDiv";
      case MOD:
        return "floorMod";
      case MIN:
        return "min";
      case MAX:
        return "max";
    }
    throw new AssertionError(kind);
  }
}

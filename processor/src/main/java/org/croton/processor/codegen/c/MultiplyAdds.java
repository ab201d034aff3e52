package org.croton.processor.codegen.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.loop.Bodies;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Lets sums with one product round once, where the level has an instruction for that: {@code x * y
 * + z} becomes {@code fma(x, y, z)}. A sum or difference of two products is left alone: {@code x *
 * x - y * y} is to be 0 where {@code x} is {@code y}.
 */
final class MultiplyAdds {
  /** Registers that hold a product, wherever they are defined. */
  private final Set<Buffer> products = new HashSet<>();

  private MultiplyAdds() {}

  static List<Statement> in(List<Statement> statements) {
    MultiplyAdds pass = new MultiplyAdds();
    pass.collect(statements);
    List<Statement> made = pass.block(statements);
    Set<Buffer> read = new HashSet<>();
    StatementVisitor visitor = new StatementVisitor(read::add, dim -> {});
    made.forEach(visitor::visit);
    pass.products.removeAll(read);
    return pass.withoutUnread(made);
  }

  private List<Statement> withoutUnread(List<Statement> statements) {
    return statements.stream()
        .filter(s -> !(s instanceof Statement.Define def && products.contains(def.register())))
        .map(statement -> Bodies.map(statement, this::withoutUnread))
        .toList();
  }

  private void collect(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Define define && isProduct(define.value())) {
        products.add(define.register());
      }
      collect(Bodies.of(statement));
    }
  }

  private static boolean isProduct(Scalar scalar) {
    return scalar instanceof Scalar.Compute compute
        && compute.primitive() == Primitive.MUL
        && compute.dtype().isFloating();
  }

  private List<Statement> block(List<Statement> statements) {
    Map<Buffer, Scalar.Compute> known = new HashMap<>();
    Map<Buffer, List<Buffer>> readers = new HashMap<>();
    List<Statement> out = new ArrayList<>();
    for (Statement statement : statements) {
      Statement made = statement(statement, known);
      out.add(made);
      for (Buffer written : Bodies.writtenBy(made)) {
        List<Buffer> spoilt = readers.remove(written);
        if (spoilt != null) {
          spoilt.forEach(known::remove);
        }
      }
      if (made instanceof Statement.Define define && isProduct(define.value())) {
        Buffer register = define.register();
        known.put(register, (Scalar.Compute) define.value());
        StatementVisitor reads =
            new StatementVisitor(
                read -> readers.computeIfAbsent(read, key -> new ArrayList<>()).add(register),
                dim -> {});
        reads.visit(made);
      }
    }
    return out;
  }

  private Statement statement(Statement statement, Map<Buffer, Scalar.Compute> known) {
    if (statement instanceof Statement.Define define) {
      return new Statement.Define(define.register(), fused(define.value(), known));
    }
    if (statement instanceof Statement.Assign assign) {
      List<Scalar> values = assign.values().stream().map(value -> fused(value, known)).toList();
      return new Statement.Assign(assign.registers(), values);
    }
    if (statement instanceof Statement.Store store) {
      // A sum into the target is printed as one, if its term is a product.
      Scalar.Compute term = store.combine() == Combine.SUM ? product(store.value(), known) : null;
      Scalar value = term != null ? term : fused(store.value(), known);
      return new Statement.Store(store.target(), store.at(), store.combine(), value);
    }
    return Bodies.map(statement, this::block);
  }

  private Scalar fused(Scalar scalar, Map<Buffer, Scalar.Compute> known) {
    if (!(scalar instanceof Scalar.Compute compute)) {
      return scalar;
    }
    List<Scalar> x = compute.operands().stream().map(operand -> fused(operand, known)).toList();
    Scalar.Compute same = new Scalar.Compute(compute.primitive(), compute.dtype(), x);
    boolean adds = same.primitive() == Primitive.ADD || same.primitive() == Primitive.SUB;
    if (!adds || !same.dtype().isFloating()) {
      return same;
    }
    boolean minus = same.primitive() == Primitive.SUB;
    if (isTerm(x.get(0)) == isTerm(x.get(1))) {
      return same;
    }
    Scalar.Compute left = product(x.get(0), known);
    if (left != null) {
      return fma(left, minus ? Scalar.of(Primitive.NEG, x.get(1)) : x.get(1), false);
    }
    Scalar.Compute right = product(x.get(1), known);
    return right != null ? fma(right, x.get(0), minus) : same;
  }

  private boolean isTerm(Scalar scalar) {
    return isProduct(scalar)
        || (scalar instanceof Scalar.Read read && products.contains(read.buffer()));
  }

  /** A product that can be computed here; null for anything else. */
  private static Scalar.@Nullable Compute product(
      Scalar scalar, Map<Buffer, Scalar.Compute> known) {
    if (isProduct(scalar)) {
      return (Scalar.Compute) scalar;
    }
    return scalar instanceof Scalar.Read read ? known.get(read.buffer()) : null;
  }

  private static Scalar fma(Scalar.Compute product, Scalar addend, boolean negated) {
    Scalar x = product.operands().get(0);
    return Scalar.of(
        Primitive.FMA,
        negated ? Scalar.of(Primitive.NEG, x) : x,
        product.operands().get(1),
        addend);
  }
}

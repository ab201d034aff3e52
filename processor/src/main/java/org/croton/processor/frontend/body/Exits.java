package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.And.and;
import static org.croton.processor.ops.elementwise.Not.not;
import static org.croton.processor.ops.elementwise.Or.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.croton.processor.frontend.body.Completion.Exit;
import org.croton.processor.frontend.body.Completion.Kind;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Puts the ends of statements together. */
final class Exits {
  private final Reading reading;

  Exits(Reading reading) {
    this.reading = reading;
  }

  /** The end of a choice between two statements. */
  Completion join(Node condition, Completion a, Completion b, Supplier<Span> span) {
    List<Exit> all = new ArrayList<>();
    a.exits().forEach(exit -> all.add(exit.under(both(condition, exit.condition()))));
    if (a.isSure() && b.isSure() && isSame(a.exits().get(0), b.exits().get(0))) {
      Value left = given(a.exits().get(0), b.exits().get(0));
      Value right = given(b.exits().get(0), a.exits().get(0));
      Value value =
          reading.conditions.merge(Choice.selected(condition)).assigned(left, right, span);
      Completion.Exit exit = a.exits().get(0);
      return Completion.of(exit.kind(), exit.label(), value);
    }
    Node otherwise = not(condition);
    b.exits().forEach(exit -> all.add(exit.under(both(otherwise, exit.condition()))));
    return grouped(all, span);
  }

  /**
   * The end of a statement and what follows it.
   *
   * @param rest how what follows ends where the statement ends normally, {@code SKIPPED} elsewhere
   */
  Completion then(Completion first, Completion rest, Supplier<Span> span) {
    List<Exit> all = new ArrayList<>(first.exits());
    all.removeIf(Exit::isNormal);
    rest.exits().stream().filter(exit -> exit.kind() != Kind.SKIPPED).forEach(all::add);
    return grouped(all, span);
  }

  /** Exits of some property become normal. */
  Completion absorb(Completion completion, Predicate<Exit> property, Supplier<Span> span) {
    if (!completion.has(property)) {
      return completion;
    }
    List<Exit> all = new ArrayList<>();
    for (Exit exit : completion.exits()) {
      all.add(
          property.test(exit)
              ? new Exit(Kind.NORMAL, null, Value.Missing.VOID, exit.condition())
              : exit);
    }
    return grouped(all, span);
  }

  private static Node both(Node first, @Nullable Node second) {
    return second == null ? first : and(first, second);
  }

  /** Exits of one kind and label become one. */
  private Completion grouped(List<Exit> exits, Supplier<Span> span) {
    List<Exit> groups = new ArrayList<>();
    for (Exit exit : exits) {
      int at = 0;
      while (at < groups.size() && !isSame(groups.get(at), exit)) {
        at++;
      }
      if (at == groups.size()) {
        groups.add(exit);
      } else {
        groups.set(at, merged(groups.get(at), exit, span));
      }
    }
    return new Completion(groups.size() == 1 ? List.of(groups.get(0).under(null)) : groups);
  }

  private static boolean isSame(Exit a, Exit b) {
    return a.kind() == b.kind() && Objects.equals(a.label(), b.label());
  }

  private Exit merged(Exit a, Exit b, Supplier<Span> span) {
    Node first = Objects.requireNonNull(a.condition());
    Node second = Objects.requireNonNull(b.condition());
    Value value =
        a.value() == Value.Missing.POISON || b.value() == Value.Missing.POISON
            ? Value.Missing.POISON
            : reading
                .conditions
                .merge(Choice.selected(first))
                .values(given(a, b), given(b, a), span);
    return new Exit(a.kind(), a.label(), value, or(first, second));
  }

  /** What an exit gives, if the data decides between it and another one. */
  private Value given(Exit exit, Exit other) {
    return exit.kind() == Kind.RETURN && !exit.value().equals(other.value())
        ? reading.sharing.returned(exit.value())
        : exit.value();
  }

  /** The condition of an exit. */
  Value.Scalar condition(Exit exit) {
    Node node = exit.condition();
    return new Value.Scalar(JavaKind.BOOLEAN, node != null ? node : reading.conditions.always());
  }
}

package org.croton.processor.frontend.body;

import java.util.List;
import java.util.function.Predicate;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/**
 * How a statement ended: in one way, or in one of several between which the data decides. Exactly
 * one of their conditions holds.
 */
record Completion(List<Exit> exits) {
  enum Kind {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN,
    YIELD,
    /** The statement did not run. */
    SKIPPED
  }

  /**
   * One way to end.
   *
   * @param label the label of a break or continue, or null
   * @param value what a return or yield gives
   * @param condition a boolean scalar, or null if there is no other way
   */
  record Exit(Kind kind, @Nullable String label, Value value, @Nullable Node condition) {
    boolean isNormal() {
      return kind == Kind.NORMAL;
    }

    /** Whether it is a jump of this kind that a statement with this label ends. */
    boolean concerns(Kind jump, @Nullable String ownLabel) {
      return kind == jump && (label == null || label.equals(ownLabel));
    }

    Exit under(@Nullable Node other) {
      return new Exit(kind, label, value, other);
    }
  }

  static final Completion NORMAL = of(Kind.NORMAL, null, Value.Missing.VOID);
  static final Completion SKIPPED = of(Kind.SKIPPED, null, Value.Missing.VOID);

  Completion {
    exits = List.copyOf(exits);
  }

  static Completion of(Kind kind, @Nullable String label, Value value) {
    return new Completion(List.of(new Exit(kind, label, value, null)));
  }

  /** Whether what follows runs in any case. */
  boolean isNormal() {
    return isSure() && exits.get(0).isNormal();
  }

  /** Whether the build knows how it ended. */
  boolean isSure() {
    return exits.size() == 1;
  }

  /** Whether what follows may run. */
  boolean canBeNormal() {
    return exits.stream().anyMatch(Exit::isNormal);
  }

  boolean has(Predicate<Exit> property) {
    return exits.stream().anyMatch(property);
  }

  /** What a method or lambda gives that ends like this; javac has proved that it ends by return. */
  Value value() {
    return exits.stream()
        .filter(exit -> exit.kind() == Kind.RETURN || exit.kind() == Kind.YIELD)
        .findFirst()
        .orElse(exits.get(0))
        .value();
  }
}

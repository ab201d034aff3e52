package org.croton.processor.rule;

import java.util.List;
import java.util.function.Function;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.jspecify.annotations.Nullable;

/** The shape of a subgraph: what a rule looks for and what it puts there. */
public sealed interface Pattern {
  /** Any value; the same name twice means the same node. */
  record Any(String name) implements Pattern {
    @Override
    public String toString() {
      return PatternText.print(this);
    }
  }

  /**
   * On the left side a constant that has this value in each element, in whatever dtype; both zeros
   * match 0. On the right side a scalar constant of the dtype of its place.
   */
  record Number(double value) implements Pattern {
    @Override
    public String toString() {
      return PatternText.print(this);
    }
  }

  /** Any constant, whatever its shape. */
  record AnyConstant(String name) implements Pattern {
    @Override
    public String toString() {
      return PatternText.print(this);
    }
  }

  /** What the inner pattern matches, under a name. For left sides. */
  record Named(String name, Pattern pattern) implements Pattern {
    @Override
    public String toString() {
      return PatternText.print(this);
    }
  }

  /**
   * An application of an operator. The two arguments of a commutative operator match in any order.
   *
   * @param attrs settings to match or to make; null on the left side matches any settings
   * @param attrsName under which the left side's settings are kept and the right side finds them,
   *     or null
   */
  record Call(
      Operator operator, List<Pattern> arguments, @Nullable Attrs attrs, @Nullable String attrsName)
      implements Pattern {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return PatternText.print(this);
    }
  }

  /** A value that is computed from what was matched, described by a text. For right sides. */
  record Made(String text, Function<Match, Node> maker) implements Pattern {
    @Override
    public String toString() {
      return text;
    }
  }

  static Pattern any(String name) {
    return new Any(name);
  }

  static Pattern number(double value) {
    return new Number(value);
  }

  static Pattern constant(String name) {
    return new AnyConstant(name);
  }

  static Pattern named(String name, Pattern pattern) {
    return new Named(name, pattern);
  }

  static Pattern call(Operator operator, Pattern... arguments) {
    return new Call(operator, List.of(arguments), null, null);
  }

  /** A call with its settings bound to (left side) or taken from (right side) a name. */
  static Pattern callAs(String attrsName, Operator operator, Pattern... arguments) {
    return new Call(operator, List.of(arguments), null, attrsName);
  }

  static Pattern callWith(Attrs attrs, Operator operator, Pattern... arguments) {
    return new Call(operator, List.of(arguments), attrs, null);
  }

  static Pattern made(String text, Function<Match, Node> maker) {
    return new Made(text, maker);
  }
}

package org.croton.processor.rule;

import java.util.List;
import java.util.function.Predicate;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.jspecify.annotations.Nullable;

/** The shape of a subgraph: what a rule looks for and what it puts there. */
public sealed interface Pattern {
  /** Any value; the same name twice means the same node. */
  record Any(String name) implements Pattern {}

  /** A scalar constant of this value in whatever floating or integer dtype the place has. */
  record Number(double value) implements Pattern {}

  /** Any scalar constant. */
  record AnyConstant(String name) implements Pattern {}

  /**
   * An application of an operator.
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
  }

  /** A named test on a bound value, for guards. */
  record Guard(String name, String variable, Predicate<Node> test) {}

  static Pattern any(String name) {
    return new Any(name);
  }

  static Pattern number(double value) {
    return new Number(value);
  }

  static Pattern constant(String name) {
    return new AnyConstant(name);
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
}

package org.croton.processor.rule;

import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;

/** What the left side of a rule matched: the root, and the values and settings behind its names. */
public interface Match {
  /** The value that the rule replaces. */
  Node root();

  /** The value bound to a name. Throws {@link IllegalArgumentException} for an unbound name. */
  Node node(String name);

  /** The settings bound to a name. Throws {@link IllegalArgumentException} for an unbound name. */
  Attrs attrs(String name);

  /** The settings bound to a name as their own class. */
  default <A extends Attrs> A attrs(String name, Class<A> kind) {
    return kind.cast(attrs(name));
  }
}

package org.croton.processor.frontend.body;

import org.croton.processor.frontend.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a statement ended.
 *
 * @param label the label of a break or continue, or null
 * @param value what a return or yield gives
 */
record Completion(Kind kind, @Nullable String label, Value value) {
  enum Kind {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN,
    YIELD
  }

  static final Completion NORMAL = new Completion(Kind.NORMAL, null, Value.Missing.VOID);

  boolean isNormal() {
    return kind == Kind.NORMAL;
  }

  /** Whether a loop or switch with this label is what a break or continue means. */
  boolean concerns(@Nullable String ownLabel) {
    return label == null || label.equals(ownLabel);
  }
}

package org.croton.processor.ir;

import org.croton.processor.type.TypeText;
import org.jspecify.annotations.Nullable;

/** The operators that a text form may name, and their settings. */
public interface Vocabulary {
  /** The operator of a name, or null. */
  @Nullable Operator operator(String name);

  /**
   * Settings from their text form. Throws {@link IllegalArgumentException} if it is none.
   *
   * @param types reads the dims in it
   */
  Attrs attrs(String text, TypeText types);
}

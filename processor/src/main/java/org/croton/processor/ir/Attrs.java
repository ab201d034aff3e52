package org.croton.processor.ir;

/**
 * Build-time settings of an application, such as axes. Implementations are records, compared by
 * value; {@code toString} is their text form without blanks at the ends.
 */
public interface Attrs {
  /** The settings of an operator that has none. */
  enum None implements Attrs {
    NONE;

    @Override
    public String toString() {
      return "";
    }
  }

  Attrs NONE = None.NONE;
}

package org.croton.processor.kernel;

import org.croton.processor.type.Dim;

/**
 * A relation that the user declared: {@code "model = heads*size"}.
 *
 * @param text as the user wrote it
 */
public record DimRelation(Dim left, Operator operator, Dim right, String text) {
  /** Comparison between the two sides. */
  public enum Operator {
    EQ,
    LE,
    GE,
    LT,
    GT
  }
}

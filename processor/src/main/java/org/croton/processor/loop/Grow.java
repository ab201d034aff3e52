package org.croton.processor.loop;

import java.util.function.UnaryOperator;

/**
 * Makes sure that a tape has an entry.
 *
 * @param value the entry's index, I64
 * @param site under which a lack of memory is reported
 */
public record Grow(Buffer tape, Scalar value, int site) implements Mark {
  @Override
  public Mark with(Scalar other, UnaryOperator<Buffer> memory) {
    return new Grow(memory.apply(tape), other, site);
  }
}

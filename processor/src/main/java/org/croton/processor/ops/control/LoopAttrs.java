package org.croton.processor.ops.control;

import org.croton.processor.ir.Attrs;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * How a loop is run and differentiated.
 *
 * @param carries how many of its arguments are carried from one iteration to the next
 * @param segment the most iterations of a loop that is a segment of a longer one, which {@link
 *     Segments} made: its reverse runs it again instead of keeping what it computed; null for any
 *     other loop
 */
public record LoopAttrs(int carries, @Nullable Dim segment) implements Attrs {
  public LoopAttrs(int carries) {
    this(carries, null);
  }

  @Override
  public String toString() {
    return "carries=" + carries + (segment == null ? "" : " segment=" + segment);
  }
}

package org.croton.processor.ops.control;

import org.croton.processor.ir.Attrs;

/** How many of a loop's arguments are carried from one iteration to the next. */
public record LoopAttrs(int carries) implements Attrs {
  @Override
  public String toString() {
    return "carries=" + carries;
  }
}

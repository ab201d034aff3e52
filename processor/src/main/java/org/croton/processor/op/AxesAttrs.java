package org.croton.processor.op;

import java.util.List;
import org.croton.processor.ir.Attrs;

/** Axes of an argument, non-negative and ascending. */
public record AxesAttrs(List<Integer> axes) implements Attrs {
  public AxesAttrs {
    axes = List.copyOf(axes);
  }

  @Override
  public String toString() {
    return "axes=" + axes;
  }
}

package org.croton.processor.op;

import java.util.List;
import org.croton.processor.ir.Attrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;

/**
 * A strided box: along each axis, {@code sizes} elements from {@code starts} on, {@code steps}
 * apart. A step may be negative, not zero.
 */
public record SliceAttrs(List<Dim> starts, List<Integer> steps, List<Dim> sizes) implements Attrs {
  public SliceAttrs {
    starts = List.copyOf(starts);
    steps = List.copyOf(steps);
    sizes = List.copyOf(sizes);
  }

  public Shape shape() {
    return new Shape(sizes);
  }

  @Override
  public String toString() {
    return "starts=" + starts + " steps=" + steps + " sizes=" + sizes;
  }
}

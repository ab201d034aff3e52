package org.croton.processor.surface;

import java.util.List;

/** Axes of a reduction that stay with size 1: integers, or names of dims; none means all. */
public record KeepAxes(List<?> axes) {
  public KeepAxes {
    axes = List.copyOf(axes);
  }
}

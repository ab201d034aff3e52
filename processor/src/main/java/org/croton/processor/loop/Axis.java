package org.croton.processor.loop;

import org.croton.processor.type.Dim;

/**
 * A loop dimension of a nest: it runs from 0 to its extent. Identity is equality. A parallel axis
 * addresses separate elements of the target; a reduction axis combines into the same element.
 */
public final class Axis {
  /** What the iterations of an axis do to the target. */
  public enum Role {
    PARALLEL,
    REDUCTION
  }

  private final Dim extent;
  private final Role role;

  private Axis(Dim extent, Role role) {
    this.extent = extent;
    this.role = role;
  }

  public static Axis parallel(Dim extent) {
    return new Axis(extent, Role.PARALLEL);
  }

  public static Axis reduction(Dim extent) {
    return new Axis(extent, Role.REDUCTION);
  }

  public Dim extent() {
    return extent;
  }

  public boolean isReduction() {
    return role == Role.REDUCTION;
  }

  @Override
  public String toString() {
    return (isReduction() ? "r" : "i") + Integer.toHexString(System.identityHashCode(this));
  }
}

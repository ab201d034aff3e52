package org.croton.processor.kernel;

import org.croton.processor.type.Dim;

/** One thing that entry code does about sizes. Steps run in order; each uses only known names. */
public sealed interface EntryStep {
  /** Where a size stands: what it is read from, and what a message blames. */
  sealed interface Place {}

  /** An axis of an input, by its index among the method's inputs. */
  record Axis(int input, int axis) implements Place {}

  /** A declared relation; its size is left minus right, which is zero. */
  record Relation(DimRelation relation) implements Place {}

  /**
   * The name is the value of an {@code int} parameter or field.
   *
   * @param natural whether it must not be negative, since something is of that size
   */
  record Take(String name, boolean isField, boolean natural) implements EntryStep {}

  /** The name is the size that it was when the object was made. */
  record Recall(String name) implements EntryStep {}

  /** The name, which is known, must be the size that it was when the object was made. */
  record Hold(String name) implements EntryStep {}

  /** The name is the size of an axis. */
  record Bind(String name, Axis place) implements EntryStep {}

  /**
   * The name is what makes {@code factor * name + rest} the size of the place: an exact quotient
   * that is not negative.
   */
  record Solve(String name, Dim factor, Dim rest, Dim dim, Place place) implements EntryStep {}

  /** The size of an axis must be {@code dim}. */
  record Match(Axis place, Dim dim) implements EntryStep {}

  /** A declared relation must hold. */
  record Relate(DimRelation relation) implements EntryStep {}
}

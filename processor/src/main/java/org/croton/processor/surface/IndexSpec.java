package org.croton.processor.surface;

import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * One part of an index expression. Positions are an {@link Integer}, a {@link
 * org.croton.processor.type.Dim} or a scalar integer {@link org.croton.processor.ir.Node}; negative
 * integers count from the end. Integer tensors as parts need no wrapping: they are nodes.
 */
public sealed interface IndexSpec {
  /** One position: its axis leaves the shape. */
  record At(Object position) implements IndexSpec {}

  /**
   * Positions from {@code from} to before {@code to}, {@code step} apart. Null ends are the axis's
   * own, in the direction of the step. Ends are integers or dims.
   */
  record Range(@Nullable Object from, @Nullable Object to, int step) implements IndexSpec {}

  /** As many positions as {@code size}, from one that the run knows on; none may be outside. */
  record Window(Node start, Dim size) implements IndexSpec {}

  /** The whole axis. */
  record All() implements IndexSpec {}

  /** A new axis of size 1. */
  record NewAxis() implements IndexSpec {}

  /** As many whole axes as the other parts leave over. */
  record Ellipsis() implements IndexSpec {}
}

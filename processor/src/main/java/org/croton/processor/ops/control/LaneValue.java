package org.croton.processor.ops.control;

import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a loop's body is where a block of iterations runs side by side, or a single one
 * that fills no block.
 *
 * @param node in a block, {@link Kind#LANE} has one more axis, the last one, with an entry for each
 *     iteration
 * @param source the same value in the original body, if it is one of the loop's own level or a
 *     whole number computed of such
 */
record LaneValue(Node node, Kind kind, @Nullable Node source) {
  /** How a value differs between iterations. */
  enum Kind {
    /** Not at all. */
    SAME,
    /** Each has its own. */
    LANE,
    /** A carried array to which each adds; it holds what those before the block have added. */
    SUM,
    /** A carried array of which each reads and writes an entry of its own. */
    OWN
  }

  boolean isSame() {
    return kind == Kind.SAME;
  }

  boolean isLane() {
    return kind == Kind.LANE;
  }
}

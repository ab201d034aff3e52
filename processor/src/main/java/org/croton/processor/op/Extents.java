package org.croton.processor.op;

import java.util.Map;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;

/**
 * Sizes between which integer scalars lie that enter a region: the index of a loop and what is
 * computed from those of the loops around. A value that is in neither map may be any number.
 *
 * @param least no value is less
 * @param most no value is greater
 */
public record Extents(Map<Node, Dim> least, Map<Node, Dim> most) {
  public static final Extents NONE = new Extents(Map.of(), Map.of());

  public Extents {
    least = Map.copyOf(least);
    most = Map.copyOf(most);
  }
}

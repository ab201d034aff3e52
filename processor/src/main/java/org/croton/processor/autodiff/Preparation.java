package org.croton.processor.autodiff;

import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Node;

/**
 * Rewrites values before they are differentiated, so that a derivative is taken of the stable form
 * of a formula and not of its naive text.
 */
@FunctionalInterface
public interface Preparation {
  /** Differentiates values as they are. */
  Preparation NONE = (outputs, cuts) -> outputs;

  /**
   * Values that mean the same as {@code outputs}, of the same types and in the same order. The
   * {@code cuts} are leaves: they stay the same objects wherever they are still used.
   */
  List<Node> prepare(List<Node> outputs, Set<Node> cuts);
}

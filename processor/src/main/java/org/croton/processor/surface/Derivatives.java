package org.croton.processor.surface;

import java.util.List;
import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/** The differentiator as the surface sees it; {@code autodiff} implements it. */
public interface Derivatives {
  /**
   * Reverse mode: adjoints of {@code wrt} for cotangents (null is zero) of {@code outputs}; null
   * where no output depends on it.
   */
  List<@Nullable Node> pullback(
      List<Node> outputs, List<? extends @Nullable Node> cotangents, List<? extends Node> wrt);

  /** Forward mode: tangents of {@code outputs} for tangents (null is zero) of {@code wrt}. */
  List<@Nullable Node> pushforward(
      List<Node> outputs, List<? extends Node> wrt, List<? extends @Nullable Node> tangents);
}

package org.croton.processor.op;

import java.util.List;
import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/** What an op's forward rule may ask: the tangents of its arguments. */
public interface Pushforward {
  /** Tangent of an argument, of the argument's type; null is zero. */
  @Nullable Node tangent(int argument);

  /** Elementwise chain rule: the sum of tangent times derivative; a null derivative is zero. */
  @Nullable Node combine(List<? extends @Nullable Node> derivatives);

  /** Differentiates inside a region: tangents of {@code outputs} for tangents of {@code wrt}. */
  List<@Nullable Node> tangents(
      List<Node> outputs, List<? extends Node> wrt, List<? extends @Nullable Node> tangents);
}

package org.croton.processor.autodiff;

import java.util.HashSet;
import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Extents;
import org.croton.processor.surface.Derivatives;
import org.jspecify.annotations.Nullable;

/**
 * Takes derivatives of values of a graph, as more nodes of the same graph; so derivatives nest.
 *
 * <p>Each {@code wrt} is a cut: it counts as an independent variable, whatever it was computed
 * from, and derivatives stop there. Only what leads from a {@code wrt} to an output is visited,
 * with worklists: the size of the graph does not limit it. Adjoints and tangents that are zero by
 * structure are null and are never made.
 */
public final class Differentiator implements Derivatives {
  private final Preparation preparation;

  /** Differentiates values as they are. */
  public Differentiator() {
    this(Preparation.NONE);
  }

  /** Differentiates what {@code preparation} makes of the values. */
  public Differentiator(Preparation preparation) {
    this.preparation = preparation;
  }

  @Override
  public List<@Nullable Node> pullback(
      List<Node> outputs, List<? extends @Nullable Node> cotangents, List<? extends Node> wrt) {
    requireOneEach("cotangent", outputs, cotangents);
    return ReverseSweep.adjoints(prepare(outputs, wrt), cotangents, wrt, Extents.NONE);
  }

  @Override
  public List<@Nullable Node> pushforward(
      List<Node> outputs, List<? extends Node> wrt, List<? extends @Nullable Node> tangents) {
    requireOneEach("tangent", wrt, tangents);
    return ForwardSweep.tangents(prepare(outputs, wrt), wrt, tangents);
  }

  private List<Node> prepare(List<Node> outputs, List<? extends Node> wrt) {
    return preparation.prepare(outputs, new HashSet<>(wrt));
  }

  private static void requireOneEach(
      String what, List<? extends Node> values, List<? extends @Nullable Node> derivatives) {
    if (values.size() != derivatives.size()) {
      throw new IllegalArgumentException(
          values.size() + " values, " + derivatives.size() + " times a " + what);
    }
    for (int i = 0; i < values.size(); i++) {
      Node derivative = derivatives.get(i);
      if (derivative != null && !derivative.type().equals(values.get(i).type())) {
        throw new IllegalArgumentException(
            what + " " + derivative.type() + " of a value " + values.get(i).type());
      }
    }
  }
}

package org.croton.processor.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.surface.Derivatives;
import org.jspecify.annotations.Nullable;

/** Takes derivatives as another does, and remembers every one that was asked for. */
final class DerivativeLog implements Derivatives {
  /**
   * A derivative that was taken.
   *
   * @param reverse whether {@code given} are cotangents of the outputs and {@code taken} adjoints
   *     of {@code wrt}; otherwise they are tangents of {@code wrt} and of the outputs
   */
  record Entry(
      boolean reverse,
      List<Node> outputs,
      List<? extends Node> wrt,
      List<? extends @Nullable Node> given,
      List<@Nullable Node> taken) {}

  private final Derivatives derivatives;
  private final List<Entry> entries = new ArrayList<>();

  DerivativeLog(Derivatives derivatives) {
    this.derivatives = derivatives;
  }

  @Override
  public List<@Nullable Node> pullback(
      List<Node> outputs, List<? extends @Nullable Node> cotangents, List<? extends Node> wrt) {
    List<@Nullable Node> taken = derivatives.pullback(outputs, cotangents, wrt);
    entries.add(new Entry(true, outputs, wrt, cotangents, taken));
    return taken;
  }

  @Override
  public List<@Nullable Node> pushforward(
      List<Node> outputs, List<? extends Node> wrt, List<? extends @Nullable Node> tangents) {
    List<@Nullable Node> taken = derivatives.pushforward(outputs, wrt, tangents);
    entries.add(new Entry(false, outputs, wrt, tangents, taken));
    return taken;
  }

  /** What was taken of the values of one method. */
  List<Entry> of(GraphBuilder builder) {
    return entries.stream().filter(entry -> entry.wrt().get(0).builder() == builder).toList();
  }
}

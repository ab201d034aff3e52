package org.croton.processor.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Extents;
import org.croton.processor.op.OpDef;
import org.jspecify.annotations.Nullable;

/**
 * Reverse mode: walks back from the outputs, users before operands, and lets each operation send
 * its contributions to the adjoints of its arguments.
 */
final class ReverseSweep {
  private final Paths paths;
  private final Extents extents;
  private final Map<Node, Accumulator> adjoints = new HashMap<>();

  private ReverseSweep(Paths paths, Extents extents) {
    this.paths = paths;
    this.extents = extents;
  }

  /**
   * Adjoints of {@code wrt}; null where no output depends on it.
   *
   * @param extents what is known of integer scalars of the region of all these values
   */
  static List<@Nullable Node> adjoints(
      List<Node> outputs,
      List<? extends @Nullable Node> cotangents,
      List<? extends Node> wrt,
      Extents extents) {
    ReverseSweep sweep = new ReverseSweep(Paths.between(wrt, outputs), extents);
    for (int i = 0; i < outputs.size(); i++) {
      Node cotangent = cotangents.get(i);
      if (cotangent != null && sweep.wants(outputs.get(i))) {
        sweep.accumulator(outputs.get(i)).add(cotangent);
      }
    }
    List<Apply> applications = sweep.paths.applications();
    for (int i = applications.size() - 1; i >= 0; i--) {
      sweep.visit(applications.get(i));
    }
    List<@Nullable Node> found = new ArrayList<>();
    wrt.forEach(variable -> found.add(sweep.adjoint(variable)));
    return found;
  }

  private void visit(Apply apply) {
    List<@Nullable Node> cotangents = new ArrayList<>();
    for (Node result : apply.builder().results(apply)) {
      boolean ends = result != apply && paths.isStart(result);
      cotangents.add(ends ? null : adjoint(result));
    }
    if (cotangents.stream().anyMatch(Objects::nonNull)) {
      ((OpDef) apply.operator()).pullback(apply, new Contributions(this, apply, cotangents));
    }
  }

  /** True if something asks for the adjoint of a value. */
  boolean wants(Node value) {
    return paths.contains(value);
  }

  Extents extents() {
    return extents;
  }

  Accumulator accumulator(Node value) {
    return adjoints.computeIfAbsent(value, Accumulator::new);
  }

  private @Nullable Node adjoint(Node value) {
    Accumulator accumulator = adjoints.get(value);
    return accumulator == null ? null : accumulator.read();
  }
}

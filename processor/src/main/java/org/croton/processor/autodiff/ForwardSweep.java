package org.croton.processor.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pushforward;
import org.croton.processor.ops.elementwise.Add;
import org.jspecify.annotations.Nullable;

/** Forward mode: walks from the variables to the outputs and carries tangents along. */
final class ForwardSweep {
  private final Map<Node, Node> tangents = new HashMap<>();

  private ForwardSweep() {}

  /** Tangents of {@code outputs}; null where they do not depend on a variable with a tangent. */
  static List<@Nullable Node> tangents(
      List<Node> outputs, List<? extends Node> wrt, List<? extends @Nullable Node> tangents) {
    ForwardSweep sweep = new ForwardSweep();
    Paths paths = Paths.between(wrt, outputs);
    for (int i = 0; i < wrt.size(); i++) {
      sweep.put(wrt.get(i), tangents.get(i));
    }
    for (Apply apply : paths.applications()) {
      sweep.visit(apply, paths);
    }
    List<@Nullable Node> found = new ArrayList<>();
    outputs.forEach(output -> found.add(sweep.tangents.get(output)));
    return found;
  }

  private void put(Node value, @Nullable Node tangent) {
    if (tangent != null) {
      tangents.put(value, tangent);
    }
  }

  private void visit(Apply apply, Paths paths) {
    if (apply.arguments().stream().noneMatch(tangents::containsKey)) {
      return;
    }
    List<@Nullable Node> made = ((OpDef) apply.operator()).pushforward(apply, new Tangents(apply));
    List<Node> results = apply.builder().results(apply);
    for (int i = 0; i < results.size(); i++) {
      Node result = results.get(i);
      Node tangent = made.get(i);
      if (tangent != null
          && paths.contains(result)
          && (result == apply || !paths.isStart(result))) {
        put(result, Fit.up(tangent, result.tensor().shape()));
      }
    }
  }

  /** The tangents of one application's arguments. */
  private final class Tangents implements Pushforward {
    private final Apply apply;

    Tangents(Apply apply) {
      this.apply = apply;
    }

    @Override
    public @Nullable Node tangent(int argument) {
      return tangents.get(apply.argument(argument));
    }

    @Override
    public @Nullable Node combine(List<? extends @Nullable Node> derivatives) {
      Node sum = null;
      for (int i = 0; i < derivatives.size(); i++) {
        Node tangent = tangent(i);
        Node derivative = derivatives.get(i);
        if (tangent != null && derivative != null) {
          Node product = Product.of(tangent, derivative);
          sum = sum == null ? product : Add.add(sum, product);
        }
      }
      return sum;
    }

    @Override
    public List<@Nullable Node> tangents(
        List<Node> outputs, List<? extends Node> wrt, List<? extends @Nullable Node> inner) {
      return ForwardSweep.tangents(outputs, wrt, inner);
    }
  }
}

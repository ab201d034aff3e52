package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;

import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Arithmetic;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.jspecify.annotations.Nullable;

/**
 * Elementwise operations that pass one of their arguments through, such as {@code where} and {@code
 * maximum}. Their derivatives select as well, instead of multiplying by 0 and 1: what is not chosen
 * contributes nothing, even where it is infinite or NaN.
 */
abstract class Choice extends Arithmetic {
  Choice(String name, Accepts accepts) {
    super(name, accepts);
  }

  /**
   * The part of a cotangent (or tangent) of the result's shape that belongs to an argument; null is
   * none. Linear in it, and its own transpose.
   */
  abstract @Nullable Node share(int argument, List<Node> x, Node flow);

  @Override
  protected final @Nullable Node derivative(int argument, List<Node> x, Node y) {
    throw new IllegalStateException(name() + " selects");
  }

  @Override
  public final void pullback(Apply apply, Pullback pullback) {
    for (int i = 0; i < apply.arguments().size(); i++) {
      if (pullback.wants(i)) {
        Node share = share(i, apply.arguments(), pullback.cotangent());
        if (share != null) {
          pullback.accumulate(i, share);
        }
      }
    }
  }

  @Override
  public final List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node sum = null;
    for (int i = 0; i < apply.arguments().size(); i++) {
      Node tangent = pushforward.tangent(i);
      if (tangent != null) {
        Node flow = broadcastTo(tangent, apply.tensor().shape());
        Node share = share(i, apply.arguments(), flow);
        if (share != null) {
          sum = sum == null ? share : add(sum, share);
        }
      }
    }
    return Collections.singletonList(sum);
  }
}

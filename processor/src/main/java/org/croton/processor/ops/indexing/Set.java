package org.croton.processor.ops.indexing;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.jspecify.annotations.Nullable;

/** {@code array[i, j] = value} as a new version of the array; see {@link PlaceUpdate}. */
public final class Set extends PlaceUpdate {
  public static final Set OP = new Set();

  private Set() {
    super("set", Combine.SET);
  }

  public static Node set(Node array, List<Node> indices, Node value, Node guard) {
    return OP.of(array, indices, value, guard);
  }

  /** On every path. */
  public static Node set(Node array, List<Node> indices, Node value) {
    return set(array, indices, value, array.builder().constant(DType.BOOL, 1L));
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node g = pullback.cotangent();
    int value = valueAt(apply);
    if (pullback.wants(value)) {
      pullback.accumulate(value, share(apply, g));
    }
    if (pullback.wants(0)) {
      Node zeros = Zeros.like(apply.argument(value));
      pullback.accumulate(0, set(g, indices(apply), zeros, guard(apply)));
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node array = pushforward.tangent(0);
    Node value = pushforward.tangent(valueAt(apply));
    return List.of(
        set(
            array == null ? Zeros.like(apply) : array,
            indices(apply),
            value == null ? Zeros.like(apply.argument(valueAt(apply))) : value,
            guard(apply)));
  }
}

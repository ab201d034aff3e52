package org.croton.processor.ops.indexing;

import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.jspecify.annotations.Nullable;

/** {@code array[i, j] += value} as a new version of the array; see {@link PlaceUpdate}. */
public final class Accumulate extends PlaceUpdate {
  public static final Accumulate OP = new Accumulate();

  private Accumulate() {
    super("accumulate", Combine.SUM);
  }

  public static Node accumulate(Node array, List<Node> indices, Node value, Node guard) {
    return OP.of(array, indices, value, guard);
  }

  /** On every path. */
  public static Node accumulate(Node array, List<Node> indices, Node value) {
    return accumulate(array, indices, value, array.builder().constant(DType.BOOL, 1L));
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node g = pullback.cotangent();
    pullback.accumulate(0, g);
    if (pullback.wants(valueAt(apply))) {
      pullback.accumulate(valueAt(apply), share(apply, g));
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node array = pushforward.tangent(0);
    Node value = pushforward.tangent(valueAt(apply));
    if (value == null) {
      return Collections.singletonList(array);
    }
    Node start = array == null ? Zeros.like(apply) : array;
    return List.of(accumulate(start, indices(apply), value, guard(apply)));
  }
}

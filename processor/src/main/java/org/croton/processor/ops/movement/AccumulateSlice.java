package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.Slice.slice;

import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.SliceAttrs;
import org.jspecify.annotations.Nullable;

/**
 * The first argument with the second added to a strided box of it: the adjoint of {@code slice}.
 */
public final class AccumulateSlice extends BoxUpdate {
  public static final AccumulateSlice OP = new AccumulateSlice();

  private AccumulateSlice() {
    super("accumulateSlice", Combine.SUM);
  }

  public static Node accumulateSlice(Node base, Node values, SliceAttrs box) {
    return OP.of(base, values, box);
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    pullback.accumulate(0, pullback.cotangent());
    pullback.accumulate(1, slice(pullback.cotangent(), apply.attrs(SliceAttrs.class)));
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node base = pushforward.tangent(0);
    Node values = pushforward.tangent(1);
    if (values == null) {
      return Collections.singletonList(base);
    }
    return List.of(
        accumulateSlice(base == null ? zeros(apply) : base, values, apply.attrs(SliceAttrs.class)));
  }
}

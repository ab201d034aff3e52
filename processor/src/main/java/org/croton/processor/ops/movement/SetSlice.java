package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.Slice.slice;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.SliceAttrs;
import org.jspecify.annotations.Nullable;

/** The first argument with a strided box of it replaced by the second. */
public final class SetSlice extends BoxUpdate {
  public static final SetSlice OP = new SetSlice();

  private SetSlice() {
    super("setSlice", Combine.SET);
  }

  public static Node setSlice(Node base, Node values, SliceAttrs box) {
    return OP.of(base, values, box);
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    SliceAttrs box = apply.attrs(SliceAttrs.class);
    Node cotangent = pullback.cotangent();
    pullback.accumulate(0, setSlice(cotangent, zeros(apply.argument(1)), box));
    pullback.accumulate(1, slice(cotangent, box));
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node base = pushforward.tangent(0);
    Node values = pushforward.tangent(1);
    return List.of(
        setSlice(
            base == null ? zeros(apply) : base,
            values == null ? zeros(apply.argument(1)) : values,
            apply.attrs(SliceAttrs.class)));
  }
}

package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.indexing.Gather.gather;

import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.jspecify.annotations.Nullable;

/** Values added at the positions that {@code gather} would read; repeated ones add up. */
public final class ScatterAdd extends ScatterUpdate {
  public static final ScatterAdd OP = new ScatterAdd();

  private ScatterAdd() {
    super("scatterAdd", Combine.SUM);
  }

  /** The indices stand for the axes {@code axis}, {@code axis + 1}, ... of {@code base}. */
  public static Node scatterAdd(Node base, List<Node> indices, Node values, int axis) {
    return OP.of(base, indices, values, axis);
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node cotangent = pullback.cotangent();
    pullback.accumulate(0, cotangent);
    if (pullback.wants(valuesAt(apply))) {
      pullback.accumulate(valuesAt(apply), gather(cotangent, indices(apply), axis(apply)));
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node base = pushforward.tangent(0);
    Node values = pushforward.tangent(valuesAt(apply));
    if (values == null) {
      return Collections.singletonList(base);
    }
    Node start = base == null ? Zeros.like(apply) : base;
    return List.of(scatterAdd(start, indices(apply), values, axis(apply)));
  }
}

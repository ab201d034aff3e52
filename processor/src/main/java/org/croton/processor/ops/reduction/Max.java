package org.croton.processor.ops.reduction;

import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.Reduction;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The largest element over some axes; NaN if one is NaN. Of nothing it is -infinity, or the dtype's
 * least value. The derivative is split evenly among ties, and 0 at NaN.
 */
public final class Max extends Reduction {
  public static final Max OP = new Max();

  private Max() {
    super("max", Combine.MAXIMUM);
  }

  /** Over the given axes of {@code x}, non-negative and ascending. */
  public static Node max(Node x, List<Integer> axes) {
    return x.builder().apply(OP, new AxesAttrs(axes), List.of(x));
  }

  /** In a rule: the axes go under {@code attrsName}. */
  public static Pattern max(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected DType resultDtype(DType argument) {
    return argument;
  }

  @Override
  protected double identity() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  protected long identity(DType dtype) {
    switch (dtype) {
      case BOOL:
        return 0;
      case U8:
        return 0;
      case I32:
        return Integer.MIN_VALUE;
      default:
        return Long.MIN_VALUE;
    }
  }

  @Override
  protected double combine(double a, double b) {
    return Math.max(a, b);
  }

  @Override
  protected long combine(long a, long b) {
    return Math.max(a, b);
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    pullback.accumulate(0, Ties.spread(apply, pullback.cotangent()));
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tangent = pushforward.tangent(0);
    return Collections.singletonList(tangent == null ? null : Ties.average(apply, tangent));
  }
}

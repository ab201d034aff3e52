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
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** Whether one element at least is true; false of nothing. */
public final class Any extends Reduction {
  public static final Any OP = new Any();

  private Any() {
    super("any", Combine.MAXIMUM);
  }

  /** Over the given axes of {@code x}, non-negative and ascending. */
  public static Node any(Node x, List<Integer> axes) {
    return x.builder().apply(OP, new AxesAttrs(axes), List.of(x));
  }

  /** In a rule: the axes go under {@code attrsName}. */
  public static Pattern any(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected DType resultDtype(DType argument) {
    if (argument != DType.BOOL) {
      throw new TypeMismatch(
          "dtype-unsupported", name() + " needs truth values, not " + argument + "; compare first");
    }
    return DType.BOOL;
  }

  @Override
  protected double identity() {
    return 0;
  }

  @Override
  protected long identity(DType dtype) {
    return 0;
  }

  @Override
  protected double combine(double a, double b) {
    return Math.max(a, b);
  }

  @Override
  protected long combine(long a, long b) {
    return a | b;
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    throw new IllegalStateException("truth values have no cotangent");
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    return Collections.singletonList(null);
  }
}

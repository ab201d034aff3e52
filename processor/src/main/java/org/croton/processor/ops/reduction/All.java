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

/** Whether all elements are true; true of nothing. */
public final class All extends Reduction {
  public static final All OP = new All();

  private All() {
    super("all", Combine.MINIMUM);
  }

  /** Over the given axes of {@code x}, non-negative and ascending. */
  public static Node all(Node x, List<Integer> axes) {
    return x.builder().apply(OP, new AxesAttrs(axes), List.of(x));
  }

  /** In a rule: the axes go under {@code attrsName}. */
  public static Pattern all(String attrsName, Pattern x) {
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
    return 1;
  }

  @Override
  protected long identity(DType dtype) {
    return 1;
  }

  @Override
  protected double combine(double a, double b) {
    return Math.min(a, b);
  }

  @Override
  protected long combine(long a, long b) {
    return a & b;
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

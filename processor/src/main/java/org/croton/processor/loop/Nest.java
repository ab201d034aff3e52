package org.croton.processor.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation as a loop nest: for all positions of the axes, {@code target[at] combine= body}.
 *
 * <p>The iteration order of axes is free. Parallel axes address distinct target elements unless the
 * target is addressed through data (a scatter), in which case combining is in index order.
 *
 * @param axes outer to inner, in the order of the target's axes, then the reduction axes
 * @param at one index per axis of the target
 * @param base what the target holds before: null if every element is written (SET) or starts from
 *     the identity of {@code combine}; otherwise the target starts as a copy of this buffer (and
 *     may share its memory if nothing reads the base later)
 * @param checks conditions to test before the body, each iteration
 */
public record Nest(
    List<Axis> axes,
    Buffer target,
    List<Scalar> at,
    Combine combine,
    Scalar body,
    @Nullable Buffer base,
    List<Check> checks)
    implements Step {
  public Nest {
    axes = List.copyOf(axes);
    at = List.copyOf(at);
    checks = List.copyOf(checks);
    if (at.size() != target.rank() || body.dtype() != target.dtype()) {
      throw new IllegalArgumentException(target + " : " + target.type() + " = " + body);
    }
  }

  /** A nest that writes every element of the target once. */
  public static Nest map(List<Axis> axes, Buffer target, Scalar body) {
    List<Scalar> at = axes.stream().map(Scalar::at).toList();
    return new Nest(axes, target, at, Combine.SET, body, null, List.of());
  }
}

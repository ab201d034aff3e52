package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.Slice.slice;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Match;
import org.croton.processor.type.Dim;

/** Slices of slices, and slices that take everything. */
final class BoxChain {
  /** The box takes each element of {@code x} once, in order. */
  static final Guard EVERYTHING =
      new Guard(
          "box takes everything in order",
          match -> {
            SliceAttrs box = match.attrs("box", SliceAttrs.class);
            return box.shape().equals(match.node("x").tensor().shape())
                && box.starts().stream().allMatch(Dim.ZERO::equals)
                && box.steps().stream().allMatch(step -> step == 1);
          });

  /** The inner slice {@code y} cannot fail, so that nothing is lost when it goes. */
  static final Guard INNER_IS_SAFE =
      Guard.on(
          "y",
          "is within its argument for all sizes",
          node -> {
            Apply inner = (Apply) node;
            return Box.checks(inner.attrs(SliceAttrs.class), inner.argument(0).tensor().shape(), 0)
                .isEmpty();
          });

  private BoxChain() {}

  /** {@code slice(slice(x; inner); outer)} as one slice. */
  static Node compose(Match match) {
    SliceAttrs inner = match.attrs("inner", SliceAttrs.class);
    SliceAttrs outer = match.attrs("outer", SliceAttrs.class);
    List<Dim> starts = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    for (int axis = 0; axis < inner.steps().size(); axis++) {
      int step = inner.steps().get(axis);
      starts.add(inner.starts().get(axis).plus(outer.starts().get(axis).times(Dim.of(step))));
      steps.add(Math.multiplyExact(step, outer.steps().get(axis)));
    }
    return slice(match.node("x"), new SliceAttrs(starts, steps, outer.sizes()));
  }
}

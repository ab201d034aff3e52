package org.croton.processor.fuse;

import java.util.List;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.loop.Substitution;

/** Removes axes that run once: their position is 0. */
final class FlattenUnits {
  private FlattenUnits() {}

  static List<Step> run(List<Step> steps) {
    return steps.stream().map(FlattenUnits::step).toList();
  }

  private static Step step(Step step) {
    if (step instanceof Iterate) {
      Iterate loop = (Iterate) step;
      return loop.withBody(run(loop.body()));
    }
    if (step instanceof Mark) {
      return step;
    }
    Nest nest = (Nest) step;
    Substitution zeros =
        new Substitution(
            position -> position.axis().extent().isOne() ? Scalar.whole(0) : position,
            read -> read);
    List<Axis> axes = nest.axes().stream().filter(axis -> !axis.extent().isOne()).toList();
    Nest same = zeros.nest(nest, nest.target(), nest.base());
    return new Nest(
        axes, same.target(), same.at(), same.combine(), same.body(), same.base(), same.checks());
  }
}

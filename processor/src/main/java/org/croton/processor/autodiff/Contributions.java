package org.croton.processor.autodiff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Extents;
import org.croton.processor.op.Pullback;
import org.croton.processor.ops.indexing.Zeros;
import org.jspecify.annotations.Nullable;

/** The contributions of one application, on their way to the accumulators of a reverse sweep. */
final class Contributions implements Pullback {
  private final ReverseSweep sweep;
  private final Apply apply;
  private final List<@Nullable Node> cotangents;

  Contributions(ReverseSweep sweep, Apply apply, List<@Nullable Node> cotangents) {
    this.sweep = sweep;
    this.apply = apply;
    this.cotangents = cotangents;
  }

  @Override
  public @Nullable Node cotangent(int result) {
    return cotangents.get(result);
  }

  @Override
  public boolean wants(int argument) {
    return sweep.wants(apply.argument(argument));
  }

  private Accumulator accumulator(int argument) {
    return sweep.accumulator(apply.argument(argument));
  }

  @Override
  public void accumulate(int argument, Node value) {
    if (wants(argument)) {
      accumulator(argument).add(value);
    }
  }

  @Override
  public void accumulateProduct(int argument, Node derivative) {
    if (wants(argument)) {
      accumulator(argument).add(Product.of(cotangent(), derivative));
    }
  }

  @Override
  public void update(int argument, UnaryOperator<Node> change) {
    if (wants(argument)) {
      accumulator(argument).change(change);
    }
  }

  @Override
  public void updateAll(List<Integer> arguments, UnaryOperator<List<Node>> change) {
    Set<Node> first = new HashSet<>();
    List<Boolean> owns = new ArrayList<>();
    List<Node> before = new ArrayList<>();
    for (int argument : arguments) {
      Node value = apply.argument(argument);
      boolean owner = first.add(value);
      owns.add(owner);
      before.add(owner ? accumulator(argument).soFar() : Zeros.like(value));
    }
    List<Node> after = change.apply(before);
    for (int i = 0; i < arguments.size(); i++) {
      if (owns.get(i)) {
        accumulator(arguments.get(i)).replace(after.get(i));
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!owns.get(i)) {
        accumulator(arguments.get(i)).add(after.get(i));
      }
    }
  }

  @Override
  public Extents extents() {
    return sweep.extents();
  }

  @Override
  public List<@Nullable Node> adjoints(
      List<Node> outputs,
      List<? extends @Nullable Node> outer,
      List<? extends Node> wrt,
      Extents inside) {
    return ReverseSweep.adjoints(outputs, outer, wrt, inside);
  }
}

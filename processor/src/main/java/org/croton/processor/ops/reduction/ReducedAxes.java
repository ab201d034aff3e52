package org.croton.processor.ops.reduction;

import static org.croton.processor.ops.movement.Transpose.transpose;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.croton.processor.ir.Node;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.rule.Match;

/** Moves reductions past other ops: which axes of the inner argument they reduce. */
final class ReducedAxes {
  private ReducedAxes() {}

  /** {@code sum(sum(x; inner); outer)} as one sum. */
  static Node sumOfBoth(Match match) {
    List<Integer> inner = match.attrs("inner", AxesAttrs.class).axes();
    Node x = match.node("x");
    List<Integer> kept = without(x.tensor().rank(), inner);
    TreeSet<Integer> both = new TreeSet<>(inner);
    match.attrs("outer", AxesAttrs.class).axes().forEach(axis -> both.add(kept.get(axis)));
    return sum(x, new ArrayList<>(both));
  }

  /** {@code sum(transpose(x; order); axes)} as a transpose of fewer elements. */
  static Node sumBeforeTranspose(Match match) {
    List<Integer> order = match.attrs("order", OrderAttrs.class).order();
    List<Integer> axes = match.attrs("axes", AxesAttrs.class).axes();
    List<Integer> reduced = axes.stream().map(order::get).sorted().toList();
    Node x = match.node("x");
    List<Integer> left = without(x.tensor().rank(), reduced);
    List<Integer> places =
        without(order.size(), axes).stream().map(axis -> left.indexOf(order.get(axis))).toList();
    return transpose(sum(x, reduced), places);
  }

  private static List<Integer> without(int rank, List<Integer> axes) {
    return IntStream.range(0, rank).filter(axis -> !axes.contains(axis)).boxed().toList();
  }
}

package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.Transpose.transpose;

import java.util.List;
import java.util.stream.IntStream;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Match;

/** Orders of axes, for rules. */
final class AxisOrders {
  /** The settings {@code order} leave every axis where it is. */
  static final Guard IDENTITY =
      new Guard("order keeps every axis", match -> isIdentity(order(match, "order")));

  private AxisOrders() {}

  private static List<Integer> order(Match match, String name) {
    return match.attrs(name, OrderAttrs.class).order();
  }

  private static boolean isIdentity(List<Integer> order) {
    return IntStream.range(0, order.size()).allMatch(axis -> order.get(axis) == axis);
  }

  /** {@code transpose(transpose(x; inner); outer)} as one transpose. */
  static Node compose(Match match) {
    List<Integer> inner = order(match, "inner");
    return transpose(match.node("x"), order(match, "outer").stream().map(inner::get).toList());
  }
}

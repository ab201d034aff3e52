package org.croton.processor.ops.movement;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Pattern.made;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Movement;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.op.Pullback;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Shape;

/** The argument with its axes in another order: axis {@code i} of the result is {@code axes[i]}. */
public final class Transpose extends Movement {
  public static final Transpose OP = new Transpose();

  private Transpose() {
    super("transpose");
  }

  /** Result axis {@code i} is axis {@code order[i]} of {@code x}; {@code x} itself if all stay. */
  public static Node transpose(Node x, List<Integer> order) {
    for (int axis = 0; axis < order.size(); axis++) {
      if (order.get(axis) != axis) {
        return x.builder().apply(OP, new OrderAttrs(order), List.of(x));
      }
    }
    return x;
  }

  /** In a rule: the order goes under {@code attrsName}. */
  public static Pattern transpose(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected Shape shape(Shape argument, Attrs attrs) {
    List<Integer> order = ((OrderAttrs) attrs).order();
    return new Shape(order.stream().map(argument::dim).toList());
  }

  @Override
  protected int[] source(Apply apply, int[] at, int[] argument, Evaluation evaluation) {
    return apply.attrs(OrderAttrs.class).inverse().stream().mapToInt(i -> at[i]).toArray();
  }

  @Override
  protected List<Scalar> source(Apply apply, List<Scalar> at) {
    return apply.attrs(OrderAttrs.class).inverse().stream().map(at::get).toList();
  }

  @Override
  protected void transpose(Apply apply, Node cotangent, Pullback pullback) {
    pullback.accumulate(0, transpose(cotangent, apply.attrs(OrderAttrs.class).inverse()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("transpose-transpose")
            .from(transpose("outer", transpose("inner", X)))
            .to(made("transpose(x) by both orders", AxisOrders::compose))
            .accuracy(EXACT),
        Rule.canonicalize("transpose-nothing")
            .from(transpose("order", X))
            .to(X)
            .accuracy(EXACT)
            .where(AxisOrders.IDENTITY));
  }
}

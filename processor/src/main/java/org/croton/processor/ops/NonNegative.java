package org.croton.processor.ops;

import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.op.Movement;
import org.croton.processor.ops.elementwise.Abs;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Div;
import org.croton.processor.ops.elementwise.Exp;
import org.croton.processor.ops.elementwise.Maximum;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Relu;
import org.croton.processor.ops.elementwise.Sigmoid;
import org.croton.processor.ops.elementwise.Softplus;
import org.croton.processor.ops.elementwise.Sqrt;
import org.croton.processor.ops.elementwise.Square;
import org.croton.processor.ops.elementwise.StopGradient;
import org.croton.processor.ops.reduction.Max;
import org.croton.processor.ops.reduction.Min;
import org.croton.processor.ops.reduction.Prod;
import org.croton.processor.ops.reduction.Sum;
import org.croton.processor.rule.Guard;

/** Recognises floating values that are never below zero, whatever the inputs are (NaN aside). */
public final class NonNegative {
  /** How far down a formula is followed. */
  private static final int DEPTH = 6;

  private static final Set<Operator> ALWAYS =
      Set.of(Abs.OP, Exp.OP, Relu.OP, Sigmoid.OP, Softplus.OP, Sqrt.OP, Square.OP);

  private static final Set<Operator> IF_ALL_OPERANDS_ARE =
      Set.of(Add.OP, Div.OP, Mul.OP, StopGradient.OP, Max.OP, Min.OP, Prod.OP, Sum.OP);

  private NonNegative() {}

  /** The value bound to a name is never below zero. */
  public static Guard guard(String variable) {
    return Guard.on(variable, "is never negative", NonNegative::holds);
  }

  static boolean holds(Node node) {
    return node.tensor().dtype().isFloating() && holds(node, DEPTH);
  }

  private static boolean holds(Node node, int depth) {
    if (node instanceof Constant) {
      return holds(((Constant) node).value());
    }
    if (!(node instanceof Apply) || depth == 0) {
      return false;
    }
    Apply apply = (Apply) node;
    if (ALWAYS.contains(apply.operator())) {
      return true;
    }
    if (apply.is(Maximum.OP)) {
      return apply.arguments().stream().anyMatch(argument -> holds(argument, depth - 1));
    }
    boolean follows =
        IF_ALL_OPERANDS_ARE.contains(apply.operator()) || apply.operator() instanceof Movement;
    return follows && apply.arguments().stream().allMatch(argument -> holds(argument, depth - 1));
  }

  private static boolean holds(Literal value) {
    for (int i = 0; i < value.count(); i++) {
      if (!(value.real(i) >= 0)) {
        return false;
      }
    }
    return true;
  }
}

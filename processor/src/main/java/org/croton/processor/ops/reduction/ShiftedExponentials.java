package org.croton.processor.ops.reduction;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.StopGradient.stopGradient;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.reduction.Max.max;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.Movement;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Exp;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.StopGradient;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.ops.elementwise.Where;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Match;
import org.jspecify.annotations.Nullable;

/**
 * Sums of exponentials relative to their largest term, for rules. The shift is no part of any
 * derivative: it cancels.
 */
public final class ShiftedExponentials {
  private ShiftedExponentials() {}

  /** The exponents are not relative to their maximum yet. */
  public static Guard notShifted(String variable) {
    return Guard.on(variable, "is not relative to its maximum", x -> !isShifted(x));
  }

  /** The value is a sum of exponentials that are not shifted yet, maybe moved. */
  public static Guard isSum(String variable) {
    return Guard.on(
        variable,
        "is a sum of exponentials not relative to their maximum",
        node -> {
          Node sum = unmoved(node);
          return is(sum, Sum.OP)
              && is(argument(sum), Exp.OP)
              && !isShifted(argument(argument(sum)));
        });
  }

  /** {@code log(sum(exp(x); axes))} without overflow. */
  public static Node logSumExp(Match match) {
    List<Integer> axes = match.attrs("axes", AxesAttrs.class).axes();
    Node x = match.node("x");
    Node shift = shift(x, axes);
    return add(shift, log(sum(exp(sub(x, expandDims(shift, axes))), axes)));
  }

  /** {@code exp(y) / z} without overflow, where {@code z} is a sum of exponentials, maybe moved. */
  public static Node softmax(Match match) {
    Node z = match.node("z");
    Apply sum = (Apply) unmoved(z);
    List<Integer> axes = sum.attrs(AxesAttrs.class).axes();
    Node x = argument(argument(sum));
    Node shift = shift(x, axes);
    Node shifted = sum(exp(sub(x, expandDims(shift, axes))), axes);
    return div(exp(sub(match.node("y"), moved(shift, z))), moved(shifted, z));
  }

  /** The same times {@code a}. */
  public static Node scaledSoftmax(Match match) {
    return mul(match.node("a"), softmax(match));
  }

  /** The maximum, or 0 where that is infinite: infinity minus infinity would be NaN. */
  private static Node shift(Node x, List<Integer> axes) {
    Node max = max(x, axes);
    Node infinity = x.builder().constant(x.tensor().dtype(), Double.POSITIVE_INFINITY);
    Node zero = x.builder().constant(x.tensor().dtype(), 0.0);
    return stopGradient(where(lt(abs(max), infinity), max, zero));
  }

  /** What {@code node} was before it was moved. */
  private static Node unmoved(Node node) {
    Node inner = node;
    while (inner instanceof Apply && ((Apply) inner).operator() instanceof Movement) {
      inner = argument(inner);
    }
    return inner;
  }

  /** The value moved as {@code like} was. */
  private static Node moved(Node value, Node like) {
    Deque<Apply> moves = new ArrayDeque<>();
    Node inner = like;
    while (inner instanceof Apply && ((Apply) inner).operator() instanceof Movement) {
      moves.push((Apply) inner);
      inner = argument(inner);
    }
    Node result = value;
    for (Apply move : moves) {
      result = move.builder().apply(move.operator(), move.attrs(), List.of(result));
    }
    return result;
  }

  /** Whether the exponents have a term that is the maximum of something made of another term. */
  private static boolean isShifted(Node x) {
    List<Node> terms = terms(x);
    for (Node term : terms) {
      Node max = maximum(term);
      if (max != null && terms.size() > 1) {
        Set<Node> common = new HashSet<>(terms(argument(max)));
        common.retainAll(terms);
        if (!common.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The terms of sums, differences and negations, moved or not. */
  private static List<Node> terms(Node x) {
    List<Node> terms = new ArrayList<>();
    Deque<Node> work = new ArrayDeque<>(List.of(x));
    while (!work.isEmpty()) {
      Node node = unmoved(work.pop());
      if (is(node, Add.OP) || is(node, Sub.OP) || is(node, Neg.OP)) {
        work.addAll(((Apply) node).arguments());
      } else {
        terms.add(node);
      }
    }
    return terms;
  }

  /** The maximum that a shift was made of; null if the value is none. */
  private static @Nullable Node maximum(Node term) {
    Node node = term;
    while (true) {
      node = unmoved(node);
      if (is(node, Max.OP)) {
        return node;
      }
      if (is(node, StopGradient.OP)) {
        node = argument(node);
      } else if (is(node, Where.OP)) {
        node = ((Apply) node).argument(1);
      } else {
        return null;
      }
    }
  }

  private static boolean is(Node node, Operator operator) {
    return node instanceof Apply && ((Apply) node).is(operator);
  }

  private static Node argument(Node node) {
    return ((Apply) node).argument(0);
  }
}

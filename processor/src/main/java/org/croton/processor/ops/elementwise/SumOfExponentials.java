package org.croton.processor.ops.elementwise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Match;

/** Sums whose terms are exponentials, two at least, and positive constants: their logarithm. */
final class SumOfExponentials {
  /** The root is the logarithm of such a sum. */
  static final Guard EVERY_TERM =
      new Guard(
          "every term is an exponential or a positive constant",
          match -> isSum(terms(((Apply) match.root()).argument(0))));

  private SumOfExponentials() {}

  private static boolean isSum(List<Node> terms) {
    return terms.stream().allMatch(term -> isExp(term) || isPositive(term))
        && terms.stream().filter(SumOfExponentials::isExp).count() >= 2;
  }

  private static boolean isExp(Node node) {
    return node instanceof Apply && ((Apply) node).is(Exp.OP);
  }

  private static boolean isPositive(Node node) {
    return node instanceof Constant
        && node.tensor().isScalar()
        && ((Constant) node).value().real(0) > 0;
  }

  /** The terms of nested additions, in reading order. */
  private static List<Node> terms(Node sum) {
    List<Node> terms = new ArrayList<>();
    Deque<Node> work = new ArrayDeque<>(List.of(sum));
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (node instanceof Apply && ((Apply) node).is(Add.OP)) {
        work.push(((Apply) node).argument(1));
        work.push(((Apply) node).argument(0));
      } else {
        terms.add(node);
      }
    }
    return terms;
  }

  static Node logarithm(Match match) {
    List<Node> logarithms = new ArrayList<>();
    for (Node term : terms(((Apply) match.root()).argument(0))) {
      logarithms.add(isExp(term) ? ((Apply) term).argument(0) : logOfConstant(term));
    }
    return logarithms.stream().reduce(LogForms::logaddexp).orElseThrow();
  }

  private static Node logOfConstant(Node constant) {
    double value = ((Constant) constant).value().real(0);
    return constant.builder().constant(constant.tensor().dtype(), Math.log(value));
  }
}

package org.croton.processor.frontend.body;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates switches: over ints, strings and enum constants that the build knows, and over numbers
 * that only the run knows.
 */
final class SwitchReader {
  private final Reading reading;

  SwitchReader(Reading reading) {
    this.reading = reading;
  }

  Completion statement(SwitchTree tree, @Nullable String label, Frame frame) {
    Completion completion = run(tree.getExpression(), tree.getCases(), frame, tree);
    return reading.exits.absorb(
        completion,
        exit -> exit.concerns(Completion.Kind.BREAK, label) || exit.kind() == Completion.Kind.YIELD,
        () -> reading.span(tree, frame));
  }

  Value expression(SwitchExpressionTree tree, Frame frame) {
    Completion completion = run(tree.getExpression(), tree.getCases(), frame, tree);
    if (!completion.has(exit -> exit.kind() == Completion.Kind.YIELD)
        || completion.value() == Value.Missing.POISON) {
      throw new Poisoned();
    }
    return reading.sharing.unpacked("chosen", completion.value());
  }

  private Completion run(
      ExpressionTree selector, List<? extends CaseTree> cases, Frame frame, Tree tree) {
    Value value = reading.expressions.evaluate(selector, frame);
    Frame inner = frame.block();
    if (value instanceof Value.Scalar || value instanceof Value.Size) {
      Cell held = reading.store.make("switch", value); // arms of branches import what cells hold
      return compared(held, 0, cases, inner, tree, reading.span(selector, frame));
    }
    int chosen = chosen(value, cases, inner);
    return chosen < 0 ? Completion.NORMAL : from(chosen, cases, inner, tree);
  }

  /** What runs if a case is chosen: it, and those that it falls through to. */
  private Completion from(int chosen, List<? extends CaseTree> cases, Frame frame, Tree tree) {
    CaseTree first = cases.get(chosen);
    if (first.getCaseKind() == CaseTree.CaseKind.RULE) {
      return rule(first, frame, tree instanceof SwitchExpressionTree);
    }
    List<StatementTree> statements = new ArrayList<>();
    cases.subList(chosen, cases.size()).forEach(c -> statements.addAll(c.getStatements()));
    return reading.statements.all(statements, frame.block());
  }

  /** One case after the other, compared with a number that only the run knows. */
  private Completion compared(
      Cell selector, int at, List<? extends CaseTree> cases, Frame frame, Tree tree, Span span) {
    if (at == cases.size()) {
      int otherwise = otherwise(cases);
      return otherwise < 0 ? Completion.NORMAL : from(otherwise, cases, frame, tree);
    }
    Value matches = Value.Known.of(false);
    for (ExpressionTree label : cases.get(at).getExpressions()) {
      Value equal =
          reading.operators.apply(
              Tree.Kind.EQUAL_TO,
              reading.store.get(selector),
              reading.expressions.evaluate(label, frame),
              label,
              frame);
      matches = reading.operators.apply(Tree.Kind.OR, matches, equal, label, frame);
    }
    Supplier<Completion> next = () -> compared(selector, at + 1, cases, frame, tree, span);
    if (matches instanceof Value.Known known) {
      return known.isTrue() ? from(at, cases, frame, tree) : next.get();
    }
    return reading.fork.run(
        (Value.Scalar) matches, () -> from(at, cases, frame, tree), next, () -> span);
  }

  private static int otherwise(List<? extends CaseTree> cases) {
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).getExpressions().isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private Completion rule(CaseTree rule, Frame frame, boolean asExpression) {
    Tree body = rule.getBody();
    if (body instanceof ExpressionTree expression) {
      Value value = reading.expressions.evaluate(expression, frame);
      return asExpression ? Completion.of(Completion.Kind.YIELD, null, value) : Completion.NORMAL;
    }
    return reading.statements.run((StatementTree) body, frame);
  }

  private int chosen(Value value, List<? extends CaseTree> cases, Frame frame) {
    for (int i = 0; i < cases.size(); i++) {
      List<? extends ExpressionTree> labels = cases.get(i).getExpressions();
      for (ExpressionTree label : labels) {
        if (matches(value, label, frame)) {
          return i;
        }
      }
    }
    return otherwise(cases);
  }

  private boolean matches(Value value, ExpressionTree label, Frame frame) {
    if (value instanceof Value.EnumConstant constant) {
      return label instanceof IdentifierTree id
          && constant.element().getSimpleName().equals(id.getName());
    }
    Value candidate = reading.expressions.evaluate(label, frame);
    if (value instanceof Value.Known a && candidate instanceof Value.Known b) {
      return a.as(JavaKind.INT).value().equals(b.as(JavaKind.INT).value());
    }
    return value.equals(candidate);
  }
}

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
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.jspecify.annotations.Nullable;

/** Evaluates switches over what the build knows: ints, strings and enum constants. */
final class SwitchReader {
  private final Reading reading;

  SwitchReader(Reading reading) {
    this.reading = reading;
  }

  Completion statement(SwitchTree tree, @Nullable String label, Frame frame) {
    Completion completion = run(tree.getExpression(), tree.getCases(), frame, tree);
    boolean ends =
        (completion.kind() == Completion.Kind.BREAK && completion.concerns(label))
            || completion.kind() == Completion.Kind.YIELD;
    return ends ? Completion.NORMAL : completion;
  }

  Value expression(SwitchExpressionTree tree, Frame frame) {
    Completion completion = run(tree.getExpression(), tree.getCases(), frame, tree);
    if (completion.kind() != Completion.Kind.YIELD) {
      throw new Poisoned();
    }
    return completion.value();
  }

  private Completion run(
      ExpressionTree selector, List<? extends CaseTree> cases, Frame frame, Tree tree) {
    Value value = reading.expressions.evaluate(selector, frame);
    if (value instanceof Value.Scalar || value instanceof Value.Size) {
      throw reading.mistake(
          Code.UNSUPPORTED_BRANCH,
          selector,
          frame,
          "a switch over a number that only the run knows is not supported; use if or ?:");
    }
    Frame inner = frame.block();
    int chosen = chosen(value, cases, inner);
    if (chosen < 0) {
      return Completion.NORMAL;
    }
    CaseTree first = cases.get(chosen);
    if (first.getCaseKind() == CaseTree.CaseKind.RULE) {
      return rule(first, inner, tree instanceof SwitchExpressionTree);
    }
    List<StatementTree> statements = new ArrayList<>();
    cases.subList(chosen, cases.size()).forEach(c -> statements.addAll(c.getStatements()));
    return reading.statements.all(statements, inner);
  }

  private Completion rule(CaseTree rule, Frame frame, boolean asExpression) {
    Tree body = rule.getBody();
    if (body instanceof ExpressionTree expression) {
      Value value = reading.expressions.evaluate(expression, frame);
      return asExpression ? new Completion(Completion.Kind.YIELD, null, value) : Completion.NORMAL;
    }
    return reading.statements.run((StatementTree) body, frame);
  }

  private int chosen(Value value, List<? extends CaseTree> cases, Frame frame) {
    int otherwise = -1;
    for (int i = 0; i < cases.size(); i++) {
      List<? extends ExpressionTree> labels = cases.get(i).getExpressions();
      if (labels.isEmpty()) {
        otherwise = i;
      }
      for (ExpressionTree label : labels) {
        if (matches(value, label, frame)) {
          return i;
        }
      }
    }
    return otherwise;
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

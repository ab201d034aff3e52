package org.croton.processor.frontend.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one form of loop whose number of rounds may be a run-time value: {@code for (int t = a; t <
 * b; t++)}, also with {@code <= > >=} and a step that is a literal.
 *
 * @param bound what the variable is compared with
 * @param step positive or negative
 * @param inclusive whether the bound is reached
 */
record CountedForm(
    VariableTree variable,
    BinaryTree condition,
    ExpressionTree bound,
    int step,
    boolean inclusive) {
  private static final Set<Tree.Kind> UP = Set.of(Tree.Kind.LESS_THAN, Tree.Kind.LESS_THAN_EQUAL);
  private static final Set<Tree.Kind> DOWN =
      Set.of(Tree.Kind.GREATER_THAN, Tree.Kind.GREATER_THAN_EQUAL);

  String name() {
    return variable.getName().toString();
  }

  /** The form of a loop, or null if it has another one. */
  static @Nullable CountedForm of(ForLoopTree tree) {
    if (tree.getInitializer().size() != 1
        || !(tree.getInitializer().get(0) instanceof VariableTree variable)
        || variable.getInitializer() == null
        || !(tree.getCondition() instanceof BinaryTree condition)
        || tree.getUpdate().size() != 1) {
      return null;
    }
    String name = variable.getName().toString();
    int step = step(tree.getUpdate().get(0), name);
    Set<Tree.Kind> direction = step > 0 ? UP : DOWN;
    if (step == 0
        || !direction.contains(condition.getKind())
        || !names(condition.getLeftOperand(), name)) {
      return null;
    }
    boolean inclusive = condition.getKind().name().endsWith("EQUAL");
    return new CountedForm(variable, condition, condition.getRightOperand(), step, inclusive);
  }

  private static int step(ExpressionStatementTree update, String name) {
    ExpressionTree tree = update.getExpression();
    if (tree instanceof UnaryTree unary && names(unary.getExpression(), name)) {
      return switch (unary.getKind()) {
        case PREFIX_INCREMENT, POSTFIX_INCREMENT -> 1;
        case PREFIX_DECREMENT, POSTFIX_DECREMENT -> -1;
        default -> 0;
      };
    }
    if (tree instanceof CompoundAssignmentTree compound && names(compound.getVariable(), name)) {
      int literal = literal(compound.getExpression());
      return switch (compound.getKind()) {
        case PLUS_ASSIGNMENT -> literal;
        case MINUS_ASSIGNMENT -> -literal;
        default -> 0;
      };
    }
    return tree instanceof AssignmentTree assignment ? step(assignment, name) : 0;
  }

  /** {@code t = t + 2}. */
  private static int step(AssignmentTree tree, String name) {
    if (!names(tree.getVariable(), name)
        || !(tree.getExpression() instanceof BinaryTree sum)
        || !names(sum.getLeftOperand(), name)) {
      return 0;
    }
    int literal = literal(sum.getRightOperand());
    return switch (sum.getKind()) {
      case PLUS -> literal;
      case MINUS -> -literal;
      default -> 0;
    };
  }

  private static boolean names(ExpressionTree tree, String name) {
    return tree instanceof IdentifierTree id && id.getName().contentEquals(name);
  }

  private static int literal(ExpressionTree tree) {
    return tree instanceof LiteralTree literal && literal.getValue() instanceof Integer number
        ? number
        : 0;
  }
}

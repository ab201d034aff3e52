package org.croton.processor.frontend.body;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;

/** Evaluates operators; those that assign are the {@link AssignmentReader}'s. */
final class OperatorReader {
  private static final Map<Tree.Kind, String> METHODS =
      Map.ofEntries(
          Map.entry(Tree.Kind.PLUS, "add"),
          Map.entry(Tree.Kind.MINUS, "sub"),
          Map.entry(Tree.Kind.MULTIPLY, "mul"),
          Map.entry(Tree.Kind.DIVIDE, "div"),
          Map.entry(Tree.Kind.LESS_THAN, "lt"),
          Map.entry(Tree.Kind.LESS_THAN_EQUAL, "le"),
          Map.entry(Tree.Kind.GREATER_THAN, "gt"),
          Map.entry(Tree.Kind.GREATER_THAN_EQUAL, "ge"),
          Map.entry(Tree.Kind.UNARY_MINUS, "neg"),
          Map.entry(Tree.Kind.LOGICAL_COMPLEMENT, "not"));

  private final Reading reading;

  OperatorReader(Reading reading) {
    this.reading = reading;
  }

  Value unary(UnaryTree tree, Frame frame) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
        return reading.assignments.step(tree, frame);
      }
      default -> {
        Value x = reading.expressions.evaluate(tree.getExpression(), frame);
        Value result = reading.arithmetic.unary(tree.getKind(), x);
        if (result == null) {
          throw noSuch(tree, List.of(x), frame);
        }
        return result;
      }
    }
  }

  Value binary(BinaryTree tree, Frame frame) {
    Value left = reading.expressions.evaluate(tree.getLeftOperand(), frame);
    boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    if (and || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return shortCircuit(tree, and, left, frame);
    }
    Value right = reading.expressions.evaluate(tree.getRightOperand(), frame);
    return apply(tree.getKind(), left, right, tree, frame);
  }

  private Value shortCircuit(BinaryTree tree, boolean and, Value left, Frame frame) {
    if (left instanceof Value.Known known && known.isTrue() != and) {
      return left;
    }
    if (left instanceof Value.Scalar condition && condition.kind() == JavaKind.BOOLEAN) {
      return partial(condition, and, tree, frame);
    }
    Value right = right(tree, frame);
    return left instanceof Value.Known ? right : apply(tree.getKind(), left, right, tree, frame);
  }

  /** The right side, which runs only where the left one does not decide. */
  private Value partial(Value.Scalar left, boolean and, BinaryTree tree, Frame frame) {
    Supplier<Value> right = () -> reading.conditions.truth(tree.getRightOperand(), frame);
    Supplier<Value> none = () -> Value.Known.of(!and);
    return reading.conditions.chosen(
        left, and ? right : none, and ? none : right, () -> reading.span(tree, frame));
  }

  private Value right(BinaryTree tree, Frame frame) {
    return reading.expressions.evaluate(tree.getRightOperand(), frame);
  }

  /** {@code a operator b}. Throws {@link Mistake} if that means nothing. */
  Value apply(Tree.Kind operator, Value a, Value b, Tree tree, Frame frame) {
    if (operator == Tree.Kind.PLUS && (a instanceof Value.Text || b instanceof Value.Text)) {
      return new Value.Text(text(a, tree, frame) + text(b, tree, frame));
    }
    boolean equal = operator == Tree.Kind.EQUAL_TO;
    if ((equal || operator == Tree.Kind.NOT_EQUAL_TO) && (isReference(a) && isReference(b))) {
      return Value.Known.of(a.equals(b) == equal);
    }
    Value result = reading.arithmetic.binary(operator, a, b);
    if (result == null) {
      throw noSuch(tree, List.of(a, b), frame);
    }
    return result;
  }

  private static boolean isReference(Value value) {
    return !(value instanceof Value.Known
        || value instanceof Value.Scalar
        || value instanceof Value.Size
        || value instanceof FunctionValue);
  }

  private String text(Value value, Tree tree, Frame frame) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Known known) {
      return String.valueOf(known.value());
    }
    throw reading.mistake(
        Code.UNSUPPORTED_EXPRESSION,
        tree,
        frame,
        "text made of what only the run knows is not possible in a compiled method");
  }

  private Mistake noSuch(Tree tree, List<Value> operands, Frame frame) {
    String method = METHODS.get(tree.getKind());
    boolean tensor = operands.stream().anyMatch(x -> x instanceof Value.Tensor);
    String types = reading.source.valueTypes().describe(operands);
    String advice =
        tensor
            ? ": tensors have methods"
                + (method == null ? "" : " such as " + method + "(...)")
                + ", and map(...) computes with operators"
            : "";
    return reading.mistake(
        Code.UNSUPPORTED_EXPRESSION,
        tree,
        frame,
        "this operator on " + types + " is not possible" + advice);
  }
}

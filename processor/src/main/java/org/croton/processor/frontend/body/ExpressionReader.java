package org.croton.processor.frontend.body;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an expression: hands it to the reader of its kind and places what goes wrong there on
 * the innermost expression that it concerns.
 */
final class ExpressionReader {
  /** Syntax whose value is made there, so that its place is where the value comes from. */
  private static final Set<Tree.Kind> NAMES =
      Set.of(Tree.Kind.IDENTIFIER, Tree.Kind.MEMBER_SELECT, Tree.Kind.PARENTHESIZED);

  private final Reading reading;
  private final Dispatch dispatch = new Dispatch();

  ExpressionReader(Reading reading) {
    this.reading = reading;
  }

  /** The value. Throws {@link Mistake} for a wrong expression, {@link Poisoned} after one. */
  Value evaluate(Tree tree, Frame frame) {
    try {
      Value value = tree.accept(dispatch, frame);
      note(value, tree, frame);
      return value;
    } catch (TypeMismatch mismatch) {
      throw Mistake.of(Code.byId(mismatch.id()), reading.span(tree, frame), mismatch.text());
    } catch (ArithmeticException e) {
      throw reading.mistake(Code.BUILD_TIME_EXCEPTION, tree, frame, String.valueOf(e.getMessage()));
    }
  }

  private void note(Value value, Tree tree, Frame frame) {
    Node node =
        value instanceof Value.Scalar scalar
            ? scalar.node()
            : value instanceof Value.Tensor tensor ? tensor.node() : null;
    if (node != null && !NAMES.contains(tree.getKind())) {
      reading.spans.add(node, reading.span(tree, frame));
    }
  }

  List<Value> evaluate(List<? extends Tree> trees, Frame frame) {
    return trees.stream().map(tree -> evaluate(tree, frame)).toList();
  }

  private final class Dispatch extends SimpleTreeVisitor<Value, Frame> {
    @Override
    protected Value defaultAction(Tree tree, Frame frame) {
      String form = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "the expression \"" + form + "\" is not possible in a compiled method");
    }

    @Override
    public Value visitLiteral(LiteralTree tree, Frame frame) {
      return constant(tree.getValue());
    }

    @Override
    public Value visitParenthesized(ParenthesizedTree tree, Frame frame) {
      return evaluate(tree.getExpression(), frame);
    }

    @Override
    public Value visitIdentifier(IdentifierTree tree, Frame frame) {
      return reading.names.identifier(tree, frame);
    }

    @Override
    public Value visitMemberSelect(MemberSelectTree tree, Frame frame) {
      return reading.names.select(tree, frame);
    }

    @Override
    public Value visitMethodInvocation(MethodInvocationTree tree, Frame frame) {
      return reading.calls.call(tree, frame);
    }

    @Override
    public Value visitNewClass(NewClassTree tree, Frame frame) {
      return reading.objects.create(tree, frame);
    }

    @Override
    public Value visitNewArray(NewArrayTree tree, Frame frame) {
      return reading.arrays.create(tree, frame);
    }

    @Override
    public Value visitArrayAccess(ArrayAccessTree tree, Frame frame) {
      return reading.arrays.read(tree, frame);
    }

    @Override
    public Value visitAssignment(AssignmentTree tree, Frame frame) {
      return reading.assignments.assign(tree, frame);
    }

    @Override
    public Value visitCompoundAssignment(CompoundAssignmentTree tree, Frame frame) {
      return reading.assignments.compound(tree, frame);
    }

    @Override
    public Value visitUnary(UnaryTree tree, Frame frame) {
      return reading.operators.unary(tree, frame);
    }

    @Override
    public Value visitBinary(BinaryTree tree, Frame frame) {
      return reading.operators.binary(tree, frame);
    }

    @Override
    public Value visitConditionalExpression(ConditionalExpressionTree tree, Frame frame) {
      return reading.conditions.choose(tree, frame);
    }

    @Override
    public Value visitTypeCast(TypeCastTree tree, Frame frame) {
      Value value = evaluate(tree.getExpression(), frame);
      return reading.conversions.cast(value, type(tree.getType(), frame), tree, frame);
    }

    @Override
    public Value visitLambdaExpression(LambdaExpressionTree tree, Frame frame) {
      return new Lambda(reading, tree, frame);
    }

    @Override
    public Value visitMemberReference(MemberReferenceTree tree, Frame frame) {
      return MethodReference.of(reading, tree, frame);
    }

    @Override
    public Value visitSwitchExpression(SwitchExpressionTree tree, Frame frame) {
      return reading.statements.switches().expression(tree, frame);
    }

    @Override
    public Value visitInstanceOf(InstanceOfTree tree, Frame frame) {
      return reading.names.instanceOf(tree, frame);
    }
  }

  /** The erased type that a piece of syntax names. Throws {@link Mistake} if it is unknown. */
  TypeMirror type(Tree tree, Frame frame) {
    TypeMirror type = reading.source.typeNames().find(tree, frame.site());
    if (type == null) {
      throw reading.mistake(
          Code.UNKNOWN_TYPE,
          tree,
          frame,
          tree,
          DidYouMean.suggest(tree.toString(), reading.source.typeNames().inReach(frame.site())));
    }
    return type;
  }

  /** A literal's or a constant field's value. */
  static Value constant(@Nullable Object value) {
    if (value == null) {
      return Value.Missing.NULL;
    }
    if (value instanceof String text) {
      return new Value.Text(text);
    }
    return new Value.Known(kind(value), value);
  }

  private static JavaKind kind(Object boxed) {
    for (JavaKind kind : JavaKind.values()) {
      if (kind.zero().getClass() == boxed.getClass()) {
        return kind;
      }
    }
    throw new IllegalArgumentException(boxed.getClass().toString());
  }
}

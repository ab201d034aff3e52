package org.croton.processor.frontend.body;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Evaluates assignments to variables, fields and array elements. */
final class AssignmentReader {
  private static final Map<Tree.Kind, Tree.Kind> OPERATORS =
      Map.ofEntries(
          Map.entry(Tree.Kind.PLUS_ASSIGNMENT, Tree.Kind.PLUS),
          Map.entry(Tree.Kind.MINUS_ASSIGNMENT, Tree.Kind.MINUS),
          Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, Tree.Kind.MULTIPLY),
          Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, Tree.Kind.DIVIDE),
          Map.entry(Tree.Kind.REMAINDER_ASSIGNMENT, Tree.Kind.REMAINDER),
          Map.entry(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, Tree.Kind.LEFT_SHIFT),
          Map.entry(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.RIGHT_SHIFT),
          Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.UNSIGNED_RIGHT_SHIFT),
          Map.entry(Tree.Kind.AND_ASSIGNMENT, Tree.Kind.AND),
          Map.entry(Tree.Kind.OR_ASSIGNMENT, Tree.Kind.OR),
          Map.entry(Tree.Kind.XOR_ASSIGNMENT, Tree.Kind.XOR));

  private final Reading reading;
  private final Targets targets;

  AssignmentReader(Reading reading) {
    this.reading = reading;
    this.targets = new Targets(reading);
  }

  Value assign(AssignmentTree tree, Frame frame) {
    if (plain(tree.getVariable()) instanceof ArrayAccessTree access) {
      return assignElement(access, tree, frame);
    }
    Targets.Target target = targets.of(tree.getVariable(), frame);
    Value value = reading.arrays.initializer(tree.getExpression(), target.type(), frame);
    return target.set(value, reading.span(tree.getExpression(), frame));
  }

  private Value assignElement(ArrayAccessTree access, AssignmentTree tree, Frame frame) {
    Value array = reading.expressions.evaluate(access.getExpression(), frame);
    Value index = reading.arrays.index(access.getIndex(), frame);
    Value value = reading.expressions.evaluate(tree.getExpression(), frame);
    if (array instanceof SequenceValue sequence) {
      return writeItem(sequence, index, value, access, frame);
    }
    ArrayValue numbers = writable(array, access, frame);
    if (numbers.rank() > 1) {
      return assignRow(numbers, index, value, access, tree, frame);
    }
    Value converted =
        reading.conversions.assign(
            value,
            reading.source.language().primitive(numbers.element()),
            reading.span(tree.getExpression(), frame));
    reading.arrays.contents().write(numbers, index, converted, reading.span(tree, frame));
    return converted;
  }

  private ArrayValue writable(Value array, ArrayAccessTree access, Frame frame) {
    ArrayValue numbers = reading.arrays.numbers(array, access, frame);
    if (numbers.owner() != null) {
      throw reading.mistake(Code.CALLER_ARRAY, access, frame, numbers.owner());
    }
    reading.checkWrite(numbers.content(), access, frame);
    return numbers;
  }

  private Value assignRow(
      ArrayValue array,
      Value index,
      Value value,
      ArrayAccessTree access,
      AssignmentTree tree,
      Frame frame) {
    boolean fits =
        value instanceof ArrayValue row
            && row.element() == array.element()
            && row.rank() == array.rank() - 1;
    if (!fits || !reading.sharing.mayBecomeRow((ArrayValue) value, array, frame)) {
      throw reading.mistake(
          Code.UNSUPPORTED_ASSIGNMENT,
          access,
          frame,
          "two names would mean one row, and which array a name means must be known to the build:"
              + " assign a clone() of the row, or copy the elements");
    }
    reading.arrays.contents().writeRow(array, index, (ArrayValue) value, reading.span(tree, frame));
    return array.row(index);
  }

  private Value writeItem(
      SequenceValue sequence, Value index, Value value, ArrayAccessTree access, Frame frame) {
    reading.checkWrite(sequence.content(), access, frame);
    if (!(index instanceof Value.Known)) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          access.getIndex(),
          frame,
          "an array of objects cannot be written at an index that only the run knows: write into"
              + " an array of numbers, or set a row of a tensor with one more axis");
    }
    List<Value> items = new ArrayList<>(reading.arrays.items(sequence));
    items.set(reading.arrays.position(index, items.size(), access, frame), value);
    reading.store.set(sequence.content(), new Value.Items(items));
    return value;
  }

  Value compound(CompoundAssignmentTree tree, Frame frame) {
    Tree.Kind operator = OPERATORS.get(tree.getKind());
    if (operator == null) {
      throw new IllegalStateException(tree.getKind().toString());
    }
    if (plain(tree.getVariable()) instanceof ArrayAccessTree access) {
      return update(access, operator, tree.getExpression(), tree, frame).after();
    }
    Targets.Target target = targets.of(tree.getVariable(), frame);
    Value before = reading.expressions.evaluate(tree.getVariable(), frame);
    Value operand = reading.expressions.evaluate(tree.getExpression(), frame);
    Value result = reading.operators.apply(operator, before, operand, tree, frame);
    return target.set(narrowed(result, before), reading.span(tree, frame));
  }

  /** A compound assignment casts its result back to the type of the variable. */
  private Value narrowed(Value result, Value before) {
    JavaKind kind = ValueTypes.kind(before);
    JavaKind wide = ValueTypes.kind(result);
    return kind != null && wide != null && !kind.accepts(wide)
        ? reading.conversions.convert(result, kind)
        : result;
  }

  /** {@code ++x}, {@code x--}. */
  Value step(UnaryTree tree, Frame frame) {
    boolean up =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    boolean prefix =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.PREFIX_DECREMENT;
    Tree.Kind operator = up ? Tree.Kind.PLUS : Tree.Kind.MINUS;
    if (plain(tree.getExpression()) instanceof ArrayAccessTree access) {
      Update update = update(access, operator, null, tree, frame);
      return prefix ? update.after() : update.before();
    }
    Targets.Target target = targets.of(tree.getExpression(), frame);
    Value before = reading.expressions.evaluate(tree.getExpression(), frame);
    Value result = reading.operators.apply(operator, before, Value.Known.of(1), tree, frame);
    Value after = target.set(narrowed(result, before), reading.span(tree, frame));
    return prefix ? after : before;
  }

  private record Update(Value before, Value after) {}

  private Update update(
      ArrayAccessTree access,
      Tree.Kind operator,
      @Nullable ExpressionTree operandTree,
      Tree tree,
      Frame frame) {
    Value array = reading.expressions.evaluate(access.getExpression(), frame);
    Value index = reading.arrays.index(access.getIndex(), frame);
    ArrayValue numbers = writable(array, access, frame);
    Value before = reading.arrays.element(numbers, index, access, frame);
    Value content = reading.read(numbers.content());
    Value operand =
        operandTree == null ? Value.Known.of(1) : reading.expressions.evaluate(operandTree, frame);
    Span span = reading.span(tree, frame);
    JavaKind kind = ValueTypes.kind(operand);
    boolean subtract = operator == Tree.Kind.MINUS;
    boolean inPlace =
        (operator == Tree.Kind.PLUS || subtract)
            && !(before instanceof Value.Known)
            && !(content instanceof Value.Items)
            && content == reading.read(numbers.content())
            && kind != null
            && numbers.element().isFloating()
            && JavaKind.promote(numbers.element(), kind) == numbers.element();
    Value result =
        narrowed(reading.operators.apply(operator, before, operand, tree, frame), before);
    if (inPlace) {
      reading.arrays.contents().add(numbers, index, operand, subtract, span);
    } else {
      reading.arrays.contents().write(numbers, index, result, span);
    }
    return new Update(before, result);
  }

  private static ExpressionTree plain(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree parens ? plain(parens.getExpression()) : tree;
  }

  /** Leaves what a statement would have assigned undefined, after a mistake in it. */
  void poison(ExpressionTree variable, Frame frame) {
    ExpressionTree tree = plain(variable);
    if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      targets.poison(tree, frame);
    } else if (tree instanceof ArrayAccessTree access) {
      poisonContent(access, frame);
    }
  }

  private void poisonContent(ArrayAccessTree access, Frame frame) {
    ExpressionTree root = access.getExpression();
    while (root instanceof ArrayAccessTree inner) {
      root = inner.getExpression();
    }
    if (root instanceof IdentifierTree id) {
      Cell cell = reading.names.cell(id, frame);
      Value value = cell == null ? Value.Missing.NULL : reading.store.get(cell);
      if (value instanceof ArrayValue array) {
        reading.store.set(array.content(), Value.Missing.POISON);
      } else if (value instanceof SequenceValue sequence) {
        reading.store.set(sequence.content(), Value.Missing.POISON);
      }
    }
  }
}

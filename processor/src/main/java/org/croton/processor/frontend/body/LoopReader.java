package org.croton.processor.frontend.body;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates loops: round by round if the build knows how often, as a loop of the graph if only the
 * run does.
 */
final class LoopReader {
  /** Rounds after which the build gives up on a loop whose end it was to find. */
  private static final int MOST_ROUNDS = 10_000;

  private final Reading reading;
  private final GraphLoop graphLoop;

  LoopReader(Reading reading) {
    this.reading = reading;
    this.graphLoop = new GraphLoop(reading);
  }

  Completion counted(ForLoopTree tree, @Nullable String label, Frame outer) {
    Frame frame = outer.block();
    for (StatementTree statement : tree.getInitializer()) {
      reading.statements.run(statement, frame);
    }
    CountedForm form = CountedForm.of(tree);
    if (form != null) {
      Trips trips = Trips.of(form, reading, frame);
      Integer known = trips.known();
      if (known == null || known > reading.options.unrollLimit()) {
        graphLoop.run(tree, trips, form.name(), tree.getStatement(), frame);
        return Completion.NORMAL;
      }
    }
    return unroll(tree, label, frame);
  }

  private Completion unroll(ForLoopTree tree, @Nullable String label, Frame frame) {
    for (int round = 0; holds(tree.getCondition(), frame); round++) {
      limit(round, tree, frame);
      Completion completion = reading.statements.run(tree.getStatement(), frame.block());
      if (!goesOn(completion, label)) {
        return after(completion, label);
      }
      tree.getUpdate().forEach(update -> reading.statements.run(update, frame));
    }
    return Completion.NORMAL;
  }

  private void limit(int round, Tree tree, Frame frame) {
    if (round >= MOST_ROUNDS) {
      throw reading.mistake(Code.LOOP_TOO_LONG, tree, frame, MOST_ROUNDS);
    }
  }

  private static boolean goesOn(Completion completion, @Nullable String label) {
    return completion.isNormal()
        || (completion.kind() == Completion.Kind.CONTINUE && completion.concerns(label));
  }

  private static Completion after(Completion completion, @Nullable String label) {
    return completion.kind() == Completion.Kind.BREAK && completion.concerns(label)
        ? Completion.NORMAL
        : completion;
  }

  /** Whether a condition that the build must know holds. */
  private boolean holds(@Nullable ExpressionTree condition, Frame frame) {
    if (condition == null) {
      return true;
    }
    if (reading.conditions.truth(condition, frame) instanceof Value.Known known) {
      return known.isTrue();
    }
    throw reading.mistake(
        Code.UNSUPPORTED_LOOP,
        condition,
        frame,
        "only the run knows when this loop ends: such a loop has the form"
            + " for (int t = a; t < b; t++)");
  }

  Completion whileLoop(
      ExpressionTree condition,
      StatementTree body,
      boolean testFirst,
      @Nullable String label,
      Frame frame) {
    for (int round = 0; (round == 0 && !testFirst) || holds(condition, frame); round++) {
      limit(round, condition, frame);
      Completion completion = reading.statements.run(body, frame.block());
      if (!goesOn(completion, label)) {
        return after(completion, label);
      }
    }
    return Completion.NORMAL;
  }

  /** {@code for (x : xs)} over an array or list. */
  Completion each(EnhancedForLoopTree tree, @Nullable String label, Frame frame) {
    Value collection = reading.expressions.evaluate(tree.getExpression(), frame);
    if (collection instanceof SequenceValue sequence) {
      return each(reading.arrays.items(sequence), tree, label, frame);
    }
    if (!(collection instanceof ArrayValue array)) {
      throw reading.mistake(
          Code.INCOMPATIBLE_TYPES,
          tree.getExpression(),
          frame,
          reading.source.valueTypes().describe(collection),
          "an array or a list");
    }
    if (reading.read(array.content()) instanceof Value.Items items) {
      return each(items.values(), tree, label, frame);
    }
    Value length = reading.arrays.length(array);
    graphLoop.each(tree, array, Trips.upTo(length, reading), frame);
    return Completion.NORMAL;
  }

  private Completion each(
      List<Value> items, EnhancedForLoopTree tree, @Nullable String label, Frame frame) {
    for (Value item : items) {
      Frame round = frame.block();
      VariableTree variable = tree.getVariable();
      reading.statements.variable(variable, item, round);
      Completion completion = reading.statements.run(tree.getStatement(), round);
      if (!goesOn(completion, label)) {
        return after(completion, label);
      }
    }
    return Completion.NORMAL;
  }
}

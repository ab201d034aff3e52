package org.croton.processor.frontend.body;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;

/**
 * Runs one of two pieces of code, between which the data decides. Where both are cheap both are
 * computed and what they assigned is selected; accesses that could fail keep the condition as their
 * guard. Where one of them loops, they become the arms of a branch of the graph.
 */
final class Fork {
  private final Reading reading;
  private final GraphBranch branch;

  Fork(Reading reading) {
    this.reading = reading;
    this.branch = new GraphBranch(reading);
  }

  /** How the one that is taken ends. */
  Completion run(
      Value.Scalar condition,
      Supplier<Completion> then,
      Supplier<Completion> otherwise,
      Supplier<Span> span) {
    if (reading.inMap()) {
      return select(condition, then, otherwise, span);
    }
    int loops = reading.loopsMade;
    boolean done = false;
    Trial trial = new Trial(reading);
    Completion completion = Completion.NORMAL;
    try {
      completion = select(condition, then, otherwise, span);
      done = reading.loopsMade == loops;
    } catch (Mistake | Poisoned failure) {
      done = reading.loopsMade == loops;
      if (done) {
        throw failure;
      }
    } finally {
      if (done) {
        trial.keep();
      }
      trial.end();
    }
    return done ? completion : branch.run(condition, then, otherwise, span);
  }

  /** What follows a statement that may have left its block. */
  Completion rest(Completion first, Supplier<Completion> rest, Supplier<Span> span) {
    if (first.isNormal()) {
      return rest.get();
    }
    for (Completion.Exit exit : first.exits()) {
      if (exit.isNormal()) {
        Value.Scalar condition = reading.exits.condition(exit);
        Completion second = run(condition, rest, () -> Completion.SKIPPED, span);
        return reading.exits.then(first, second, span);
      }
    }
    return first;
  }

  private Completion select(
      Value.Scalar condition,
      Supplier<Completion> then,
      Supplier<Completion> otherwise,
      Supplier<Span> span) {
    Side a = side(condition, true, then);
    Side b = side(condition, false, otherwise);
    Set<Cell> written = new LinkedHashSet<>(a.writes().keySet());
    written.addAll(b.writes().keySet());
    Merge merge = reading.conditions.merge(Choice.selected(condition.node()));
    for (Cell cell : written) {
      Value left = a.value(cell, b, reading, value -> value);
      Value right = b.value(cell, a, reading, value -> value);
      Value merged =
          isLeft(a, cell, left)
              ? right
              : isLeft(b, cell, right) ? left : merge.assigned(left, right, span);
      reading.store.set(cell, reading.sharing.unpacked(cell.name(), merged));
    }
    return reading.exits.join(condition.node(), a.completion(), b.completion(), span);
  }

  /** Whether nobody asks what a side leaves in a variable, because it ends the method. */
  private boolean isLeft(Side side, Cell cell, Value value) {
    return value instanceof ArrayValue
        && side.completion().exits().stream()
            .allMatch(exit -> exit.kind() == Completion.Kind.RETURN)
        && reading.here.scope().cells().contains(cell);
  }

  private Side side(Value.Scalar condition, boolean expected, Supplier<Completion> body) {
    reading.store.openBranch();
    boolean done = false;
    try {
      Completion completion = reading.conditions.under(condition, expected, body);
      Side side = Side.close(reading, completion);
      done = true;
      return side;
    } finally {
      if (!done) {
        reading.store.close();
      }
    }
  }
}

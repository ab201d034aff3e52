package org.croton.processor.frontend.body;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
  private record Outcome(Completion completion, Map<Cell, Value> writes) {}

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
    reading.reporter().draft();
    reading.store.openTrial();
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
      end(done);
    }
    return done ? completion : branch.run(condition, then, otherwise, span);
  }

  private void end(boolean keep) {
    if (keep) {
      reading.store.commit();
      reading.reporter().publish();
    } else {
      reading.store.close();
      reading.reporter().discard();
    }
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
    Outcome a = side(condition, true, then);
    Outcome b = side(condition, false, otherwise);
    Set<Cell> written = new LinkedHashSet<>(a.writes().keySet());
    written.addAll(b.writes().keySet());
    Merge merge = reading.conditions.merge(Choice.selected(condition.node()));
    for (Cell cell : written) {
      Value left = current(a.writes(), cell);
      Value right = current(b.writes(), cell);
      reading.store.set(cell, merge.assigned(left, right, span));
    }
    return reading.exits.join(condition.node(), a.completion(), b.completion(), span);
  }

  private Outcome side(Value.Scalar condition, boolean expected, Supplier<Completion> body) {
    reading.store.openBranch();
    Completion completion = Completion.NORMAL;
    Map<Cell, Value> writes = new LinkedHashMap<>();
    try {
      completion = reading.conditions.under(condition, expected, body);
    } finally {
      writes.putAll(reading.store.close());
    }
    return new Outcome(completion, writes);
  }

  private Value current(Map<Cell, Value> writes, Cell cell) {
    Value written = writes.get(cell);
    return written != null ? written : reading.store.get(cell);
  }
}

package org.croton.processor.frontend.body;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import java.util.Objects;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Mistake;
import org.jspecify.annotations.Nullable;

/** Makes loops of the graph whose number of rounds is known when they start. */
final class CountedLoop {
  /** Thrown when the body turns out to change the loop's variable or its bound. */
  private static final class NotCounted extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotCounted() {
      super(null, null, false, false);
    }
  }

  private final Reading reading;
  private final GraphLoop graphLoop;

  CountedLoop(Reading reading, GraphLoop graphLoop) {
    this.reading = reading;
    this.graphLoop = graphLoop;
  }

  /**
   * A counted loop, whose variable is already in the frame; null if the body changes the variable
   * or the bound, so that the loop must be read as one with a condition.
   */
  @Nullable Completion run(
      ForLoopTree tree, CountedForm form, Trips trips, @Nullable String label, Frame frame) {
    String name = form.name();
    Scope.Variable variable = Objects.requireNonNull(frame.scope().find(name));
    Trial trial = new Trial(reading);
    try {
      Cell start = reading.store.make(name + "0", trips.start());
      Completion completion =
          graphLoop.run(
              LoopForm.counted(
                  tree,
                  label,
                  trips,
                  round -> {
                    Frame inner = frame.block();
                    Value value = trips.variable(round, reading.read(start), reading);
                    Cell cell = reading.store.make(name, value);
                    inner.scope().add(new Scope.Variable(name, variable.type(), null, cell));
                    Value bound = bound(form, inner);
                    Completion end = reading.statements.run(tree.getStatement(), inner);
                    if (reading.store.get(cell) != value || !bound.equals(bound(form, inner))) {
                      throw new NotCounted();
                    }
                    return end;
                  },
                  frame));
      trial.keep();
      return completion;
    } catch (NotCounted notCounted) {
      return null;
    } catch (Mistake | Poisoned failure) {
      trial.keep();
      throw failure;
    } finally {
      trial.end();
    }
  }

  /** What the variable is compared with at this point of a round. */
  private Value bound(CountedForm form, Frame frame) {
    reading.store.openBranch();
    Value bound = Value.Missing.UNASSIGNED;
    boolean pure = false;
    try {
      bound = reading.expressions.evaluate(form.bound(), frame);
    } finally {
      pure = reading.store.close().isEmpty();
    }
    if (!pure) {
      throw new NotCounted();
    }
    return bound;
  }

  /** A loop over the elements or rows of an array. */
  Completion each(EnhancedForLoopTree tree, ArrayValue array, @Nullable String label, Frame frame) {
    Trips trips = Trips.upTo(reading.arrays.length(array), reading);
    Cell cell = reading.store.make("the array of the loop", array);
    Frame outer = frame.block();
    outer.scope().add(new Scope.Variable("for", null, null, cell));
    return graphLoop.run(
        LoopForm.counted(
            tree,
            label,
            trips,
            round -> {
              Frame inner = outer.block();
              Value index = trips.variable(round, Value.Known.of(0), reading);
              ArrayValue here = (ArrayValue) reading.read(cell);
              Value item =
                  here.rank() > 1
                      ? here.row(index)
                      : reading.arrays.at(here, index, reading.span(tree, frame));
              reading.statements.variable(tree.getVariable(), item, inner);
              return reading.statements.run(tree.getStatement(), inner);
            },
            outer));
  }
}

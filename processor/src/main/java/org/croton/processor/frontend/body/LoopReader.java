package org.croton.processor.frontend.body;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates loops: round by round if the build knows how often, as a loop of the graph if only the
 * run does.
 */
final class LoopReader {
  /** Rounds that the build runs of a loop whose end it is to find. */
  private static final int MOST_ROUNDS = 10_000;

  /** With more rounds times statements than this, a short loop is one of the graph if it can. */
  private static final int MOST_UNROLLED = 320;

  private final Reading reading;
  private final GraphLoop graphLoop;
  private final CountedLoop countedLoop;

  LoopReader(Reading reading) {
    this.reading = reading;
    this.graphLoop = new GraphLoop(reading);
    this.countedLoop = new CountedLoop(reading, graphLoop);
  }

  Completion counted(ForLoopTree tree, @Nullable String label, Frame outer) {
    Frame frame = outer.block();
    for (StatementTree statement : tree.getInitializer()) {
      reading.statements.run(statement, frame);
    }
    CountedForm form = CountedForm.of(tree);
    Trips trips = form == null ? null : Trips.of(form, reading, frame);
    Completion completion = null;
    if (form != null && trips != null && !isShort(trips)) {
      completion = countedLoop.run(tree, form, trips, label, frame);
    } else if (form != null && trips != null && isLong(trips, tree)) {
      completion = tried(tree, form, trips, label, frame);
    }
    return completion != null ? completion : general(tree, label, frame);
  }

  /** True if unrolling would take long: few rounds of many statements. */
  private static boolean isLong(Trips trips, ForLoopTree tree) {
    Integer known = trips.known();
    if (known == null) {
      return false;
    }
    AtomicInteger statements = new AtomicInteger();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitExpressionStatement(
          ExpressionStatementTree node, @Nullable Void unused) {
        statements.incrementAndGet();
        return super.visitExpressionStatement(node, null);
      }

      @Override
      public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
        statements.incrementAndGet();
        return super.visitVariable(node, null);
      }
    }.scan(tree.getStatement(), null);
    return (long) known * statements.get() > MOST_UNROLLED;
  }

  /** A loop of the graph, or null if only unrolling gives the body a meaning. */
  private @Nullable Completion tried(
      ForLoopTree tree, CountedForm form, Trips trips, @Nullable String label, Frame frame) {
    int errors = reading.reporter().errorsSoFar();
    Trial trial = new Trial(reading);
    try {
      Completion completion = countedLoop.run(tree, form, trips, label, frame);
      if (completion == null || reading.reporter().errorsSoFar() > errors) {
        return null;
      }
      trial.keep();
      return completion;
    } catch (Mistake | Poisoned failure) {
      return null;
    } finally {
      trial.end();
    }
  }

  private boolean isShort(Trips trips) {
    Integer known = trips.known();
    return known != null && known <= reading.options.unrollLimit();
  }

  private Completion general(ForLoopTree tree, @Nullable String label, Frame frame) {
    Span span = reading.span(tree, frame);
    Supplier<Completion> body =
        () -> {
          Completion completion =
              reading.exits.absorb(
                  reading.statements.run(tree.getStatement(), frame.block()),
                  exit -> exit.concerns(Completion.Kind.CONTINUE, label),
                  () -> span);
          return reading.fork.rest(
              completion,
              () -> {
                tree.getUpdate().forEach(update -> reading.statements.run(update, frame));
                return Completion.NORMAL;
              },
              () -> span);
        };
    return loop(tree, label, condition(tree.getCondition(), frame), true, body, frame);
  }

  private @Nullable Supplier<Value> condition(@Nullable ExpressionTree tree, Frame frame) {
    return tree == null ? null : () -> reading.conditions.truth(tree, frame);
  }

  Completion whileLoop(
      ExpressionTree condition,
      StatementTree body,
      boolean testsFirst,
      @Nullable String label,
      Frame frame) {
    return loop(
        condition,
        label,
        condition(condition, frame),
        testsFirst,
        () -> reading.statements.run(body, frame.block()),
        frame);
  }

  /** Round by round as long as the build sees what happens, then as a loop of the graph. */
  private Completion loop(
      Tree tree,
      @Nullable String label,
      @Nullable Supplier<Value> condition,
      boolean testsFirst,
      Supplier<Completion> body,
      Frame frame) {
    LoopForm form = LoopForm.conditional(tree, label, condition, testsFirst, body, frame);
    Completion completion = null;
    Trial trial = new Trial(reading);
    int errors = reading.reporter().errorsSoFar();
    try {
      completion = unrolled(form, errors);
      if (completion != null) {
        trial.keep();
      }
    } catch (Mistake | Poisoned failure) {
      trial.keep();
      throw failure;
    } finally {
      trial.end();
    }
    return completion != null ? completion : graphLoop.run(form);
  }

  /** The loop round by round; null if the data decides how it goes on. */
  private @Nullable Completion unrolled(LoopForm form, int errors) {
    for (int round = 0; ; round++) {
      if (round > 0 || form.testsFirst()) {
        Value holds = form.condition() == null ? Value.Known.of(true) : form.condition().get();
        if (!(holds instanceof Value.Known known)) {
          return null;
        }
        if (!known.isTrue()) {
          return Completion.NORMAL;
        }
      }
      if (round >= MOST_ROUNDS) {
        return tooLong(form);
      }
      Completion completion = form.body().apply(reading.conditions.always());
      Span span = reading.span(form.tree(), form.frame());
      completion = reading.exits.absorb(completion, form::goesOn, () -> span);
      if (!completion.canBeNormal()) {
        return reading.exits.absorb(completion, form::ends, () -> span);
      }
      if (!completion.isNormal()) {
        return null;
      }
      if (reading.reporter().errorsSoFar() > errors) {
        return Completion.NORMAL; // what is wrong in one round is wrong in all
      }
    }
  }

  /** The run may find the end, but not in the lambda of a map, which has no loops of the run. */
  private @Nullable Completion tooLong(LoopForm form) {
    if (reading.inMap()) {
      throw reading.mistake(Code.LOOP_TOO_LONG, form.tree(), form.frame(), MOST_ROUNDS);
    }
    return null;
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
          collection instanceof Value.Tensor
              ? "an array or a list (for rows, count to x.dim(0) and x.get(i))"
              : "an array or a list");
    }
    if (reading.read(array.content()) instanceof Value.Items items
        && items.values().size() <= reading.options.unrollLimit()) {
      return each(items.values(), tree, label, frame);
    }
    return countedLoop.each(tree, array, label, frame);
  }

  private Completion each(
      List<Value> items, EnhancedForLoopTree tree, @Nullable String label, Frame frame) {
    if (items.isEmpty()) {
      return Completion.NORMAL;
    }
    Span span = reading.span(tree, frame);
    Frame round = frame.block();
    reading.statements.variable(tree.getVariable(), items.get(0), round);
    Completion completion =
        reading.exits.absorb(
            reading.statements.run(tree.getStatement(), round),
            exit -> exit.concerns(Completion.Kind.CONTINUE, label),
            () -> span);
    List<Value> rest = items.subList(1, items.size());
    Completion all =
        completion.isNormal()
            ? each(rest, tree, label, frame)
            : reading.fork.rest(completion, () -> each(rest, tree, label, frame), () -> span);
    return reading.exits.absorb(
        all, exit -> exit.concerns(Completion.Kind.BREAK, label), () -> span);
  }
}

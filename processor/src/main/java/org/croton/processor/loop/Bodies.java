package org.croton.processor.loop;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The statements within statements. */
public final class Bodies {
  private Bodies() {}

  /** The body of a loop or choice; nothing for other statements. */
  public static List<Statement> of(Statement statement) {
    if (statement instanceof Statement.For loop) {
      return loop.body();
    }
    if (statement instanceof Statement.Blocks blocks) {
      return blocks.body();
    }
    if (statement instanceof Statement.Times times) {
      return times.body();
    }
    return statement instanceof Statement.If choice ? choice.body() : List.of();
  }

  /** The statement with another body, if it has one. */
  public static Statement map(Statement statement, UnaryOperator<List<Statement>> change) {
    if (statement instanceof Statement.For loop) {
      return new Statement.For(loop.axis(), loop.schedule(), change.apply(loop.body()));
    }
    if (statement instanceof Statement.Blocks blocks) {
      return new Statement.Blocks(
          blocks.axis(), blocks.lane(), blocks.size(), change.apply(blocks.body()));
    }
    if (statement instanceof Statement.Times times) {
      return new Statement.Times(
          times.index(), times.trips(), times.schedule(), change.apply(times.body()));
    }
    return statement instanceof Statement.If choice
        ? new Statement.If(choice.condition(), change.apply(choice.body()))
        : statement;
  }

  /** Registers and memory that a statement changes after they had a value. */
  public static Set<Buffer> writtenBy(Statement statement) {
    Set<Buffer> written = new HashSet<>();
    collect(statement, written);
    return written;
  }

  private static void collect(Statement statement, Set<Buffer> written) {
    if (statement instanceof Statement.Store store) {
      written.add(store.target());
    } else if (statement instanceof Statement.Assign assign) {
      written.addAll(assign.registers());
    } else if (statement instanceof Statement.Copy copy) {
      written.add(copy.target());
    } else if (statement instanceof Statement.Reduce reduce) {
      written.add(reduce.register());
    } else if (statement instanceof Statement.Multiply multiply) {
      written.add(multiply.c().buffer());
      written.add(multiply.scratch());
    }
    of(statement).forEach(inner -> collect(inner, written));
  }
}

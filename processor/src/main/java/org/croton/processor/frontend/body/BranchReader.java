package org.croton.processor.frontend.body;

import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an if. Where the data decides, both sides are computed and what they assigned is chosen
 * between; accesses that could fail keep the condition as their guard.
 */
final class BranchReader {
  private record Outcome(Completion completion, Map<Cell, Value> writes) {}

  private final Reading reading;

  BranchReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * How the statement ends.
   *
   * @param rest what follows in the block, for a side that returns early; null if that is not known
   */
  Completion choose(IfTree tree, @Nullable List<? extends StatementTree> rest, Frame frame) {
    Value condition = reading.conditions.truth(tree.getCondition(), frame);
    StatementTree then = tree.getThenStatement();
    StatementTree otherwise = tree.getElseStatement();
    if (condition instanceof Value.Known known) {
      StatementTree taken = known.isTrue() ? then : otherwise;
      return taken == null ? Completion.NORMAL : reading.statements.run(taken, frame.block());
    }
    Value.Scalar scalar = (Value.Scalar) condition;
    List<StatementTree> first = List.of(then);
    List<StatementTree> second = otherwise == null ? List.of() : List.of(otherwise);
    Outcome a = side(scalar, true, first, frame);
    Outcome b = side(scalar, false, second, frame);
    if (rest != null && a.completion().isNormal() != b.completion().isNormal()) {
      if (a.completion().isNormal()) {
        a = side(scalar, true, with(first, rest), frame);
      } else {
        b = side(scalar, false, with(second, rest), frame);
      }
    }
    return join(scalar, a, b, tree, frame);
  }

  private static List<StatementTree> with(
      List<StatementTree> statements, List<? extends StatementTree> rest) {
    List<StatementTree> all = new ArrayList<>(statements);
    all.addAll(rest);
    return all;
  }

  private Outcome side(
      Value.Scalar condition, boolean expected, List<StatementTree> statements, Frame frame) {
    reading.store.openBranch();
    Completion completion = Completion.NORMAL;
    Map<Cell, Value> writes = Map.of();
    try {
      completion =
          reading.conditions.under(
              condition, expected, () -> reading.statements.all(statements, frame.block()));
    } finally {
      writes = reading.store.close();
    }
    return new Outcome(completion, writes);
  }

  private Completion join(Value.Scalar condition, Outcome a, Outcome b, IfTree tree, Frame frame) {
    Completion.Kind kind = a.completion().kind();
    boolean jumps = kind == Completion.Kind.BREAK || kind == Completion.Kind.CONTINUE;
    if (kind != b.completion().kind() || jumps) {
      throw reading.mistake(
          Code.UNSUPPORTED_BRANCH,
          tree,
          frame,
          "the data decides whether this leaves its loop or method early: not supported; let both"
              + " sides end alike");
    }
    Span span = reading.span(tree.getCondition(), frame);
    Set<Cell> written = new LinkedHashSet<>(a.writes().keySet());
    written.addAll(b.writes().keySet());
    for (Cell cell : written) {
      Value left = current(a.writes(), cell);
      Value right = current(b.writes(), cell);
      reading.store.set(cell, merged(condition, left, right, span));
    }
    if (kind == Completion.Kind.NORMAL) {
      return Completion.NORMAL;
    }
    Value value = merged(condition, a.completion().value(), b.completion().value(), span);
    return new Completion(kind, null, value);
  }

  private Value current(Map<Cell, Value> writes, Cell cell) {
    Value written = writes.get(cell);
    return written != null ? written : reading.store.get(cell);
  }

  private Value merged(Value.Scalar condition, Value a, Value b, Span span) {
    if (a == Value.Missing.POISON || b == Value.Missing.POISON) {
      return Value.Missing.POISON;
    }
    if (a == Value.Missing.UNASSIGNED || b == Value.Missing.UNASSIGNED) {
      return Value.Missing.UNASSIGNED; // javac has proved that nobody reads it
    }
    return reading.conditions.merge().values(condition, a, b, () -> span);
  }
}

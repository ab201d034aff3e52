package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.ops.control.Rows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Lets loops inside a loop work in the rows of its arrays where they are. The tape of an inner loop
 * that becomes an entry of the outer loop's tape is that entry from the start, and an entry that is
 * read only by inner loops is not copied for them.
 */
public final class NestTapes extends LoopPass {
  private NestTapes(Spans spans) {
    super(spans);
  }

  public static Graph run(Graph graph, Spans spans) {
    return new NestTapes(spans).run(graph);
  }

  @Override
  @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead) {
    List<Node> body = Graph.reachable(loop.body().results());
    Map<Node, Apply> entries = entries(loop, body);
    Map<Cycle, Set<Integer>> inner = new LinkedHashMap<>();
    for (Node node : body) {
      if (Cycle.is(node)) {
        Cycle cycle = new Cycle((Apply) node);
        Set<Integer> rows = rows(cycle, loop, entries);
        if (!rows.isEmpty()) {
          inner.put(cycle, rows);
        }
      }
    }
    return inner.isEmpty() ? null : rebuild(loop, inner, entries);
  }

  /** Results of inner loops that are put into a carried array and used nowhere else. */
  private static Map<Node, Apply> entries(Cycle loop, List<Node> body) {
    Map<Node, Integer> uses = new HashMap<>();
    for (Node node : body) {
      Graph.operands(node).forEach(operand -> uses.merge(operand, 1, Integer::sum));
    }
    loop.body().results().forEach(result -> uses.merge(result, 1, Integer::sum));
    Map<Node, Apply> entries = new HashMap<>();
    for (int carry = 1; carry <= loop.carries(); carry++) {
      if (Access.isWrite(loop.next(carry))) {
        Access write = new Access((Apply) loop.next(carry));
        boolean only =
            uses.getOrDefault(write.apply(), 0) == 1
                && uses.getOrDefault(write.value(), 0) == 1
                && uses.getOrDefault(write.array(), 0) == 1;
        if (only && write.isCertain() && write.array() == loop.parameter(carry)) {
          Node entry = beforeMore(write.value());
          if (uses.getOrDefault(entry, 0) == 1) {
            entries.put(entry, write.apply());
          }
        }
      }
    }
    return entries;
  }

  /** What was put to an entry after the loop that made it, left out. */
  private static Node beforeMore(Node entry) {
    return Access.isWrite(entry) && new Access((Apply) entry).isCertain()
        ? new Access((Apply) entry).array()
        : entry;
  }

  /** Numbers of the inner loop's inputs that are rows of the outer loop's arrays. */
  private static Set<Integer> rows(Cycle inner, Cycle loop, Map<Node, Apply> entries) {
    Set<Integer> rows = new HashSet<>();
    for (int i = 1; i <= inner.inputs(); i++) {
      Node outer = inner.outer(i);
      boolean row =
          i <= inner.carries()
              ? entries.containsKey(inner.result(i)) && isBlank(outer)
              : isEntry(outer, loop);
      if (row && RowUse.isByElements(inner, i)) {
        rows.add(i);
      }
    }
    return rows;
  }

  private static boolean isBlank(Node node) {
    return node instanceof Apply && ((Apply) node).is(Blank.OP);
  }

  /** True for an entry of an array that the loop does not change. */
  private static boolean isEntry(Node node, Cycle loop) {
    if (!Access.isRead(node) || node.tensor().rank() == 0) {
      return false;
    }
    Access read = new Access((Apply) node);
    return read.isCertain() && loop.parameters().indexOf(read.array()) > loop.carries();
  }

  private List<@Nullable Node> rebuild(
      Cycle loop, Map<Cycle, Set<Integer>> inner, Map<Node, Apply> entries) {
    LoopDraft draft = LoopDraft.like(loop, spans());
    Substitution into =
        new Substitution(loop.apply().builder(), Map.of(loop.index(), draft.index()), spans());
    List<Parameter> carries = new ArrayList<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      if (i <= loop.carries()) {
        carries.add(draft.carry(loop.outer(i)));
        into.replace(loop.parameter(i), carries.get(i - 1));
      } else {
        into.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
      }
    }
    inner.forEach((cycle, rows) -> rebuild(cycle, rows, entries, into));
    if (loop.condition() != null) {
      draft.holds(into.of(loop.condition().results().get(0)));
    }
    for (int i = 1; i <= loop.carries(); i++) {
      draft.next(carries.get(i - 1), into.of(loop.next(i)));
    }
    List<@Nullable Node> finals = new ArrayList<>(draft.finish());
    if (!loop.isCounted()) {
      finals.add(draft.rounds());
    }
    return finals;
  }

  /**
   * The inner loop in the rows; its results take the place of the entries and of what wrote them.
   */
  private void rebuild(
      Cycle inner, Set<Integer> rows, Map<Node, Apply> entries, Substitution into) {
    Map<Integer, Row> arrays = new LinkedHashMap<>();
    for (int i : rows) {
      Access access =
          new Access(i <= inner.carries() ? written(inner, i, entries) : read(inner, i));
      arrays.put(i, new Row(into.of(access.array()), into.of(access.indices())));
    }
    List<Node> old = inner.apply().builder().results(inner.apply());
    List<Node> results = Rows.rebuild(inner, into::of, arrays, spans());
    for (int i = 0; i < old.size(); i++) {
      boolean carried = i < inner.carries() && rows.contains(i + 1);
      if (carried) {
        Access entry = new Access(written(inner, i + 1, entries));
        Node array = finished(entry, results.get(i), into);
        spans().derive(array, entry.apply());
        into.replace(entry.apply(), array);
      } else {
        spans().derive(results.get(i), old.get(i));
        into.replace(old.get(i), results.get(i));
      }
    }
  }

  private static Apply written(Cycle inner, int carry, Map<Node, Apply> entries) {
    return Objects.requireNonNull(entries.get(inner.result(carry)));
  }

  private static Apply read(Cycle inner, int input) {
    return (Apply) inner.outer(input);
  }

  /** The outer array with what was put to the entry after the inner loop. */
  private static Node finished(Access entry, Node array, Substitution into) {
    Row row = new Row(array, into.of(entry.indices()));
    return Access.isWrite(entry.value())
        ? row.with(new Access((Apply) entry.value()), into::of).array()
        : array;
  }
}

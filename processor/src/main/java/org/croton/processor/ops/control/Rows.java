package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.ops.indexing.Get;
import org.croton.processor.ops.indexing.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a loop so that arrays which it reads and writes by their elements, as {@link RowUse}
 * finds, are rows of larger arrays: it then works in those, and nobody has to copy the rows.
 */
final class Rows {
  /** A row of an array: what is at some leading indices. */
  record Row(Node array, List<Node> indices) {
    Row {
      indices = List.copyOf(indices);
    }

    /** The row after something was written to it. */
    Row with(Access write, UnaryOperator<Node> images) {
      List<Node> at = at(write.indices().stream().map(images).toList());
      Node value = images.apply(write.value());
      return new Row(Set.set(array, at, value, images.apply(write.guard())), indices);
    }

    private List<Node> at(List<Node> inner) {
      List<Node> all = new ArrayList<>(indices);
      all.addAll(inner);
      return all;
    }
  }

  private final Cycle loop;
  private final UnaryOperator<Node> outside;
  private final Spans spans;
  private final LoopDraft draft;
  private final Substitution into;

  /** The versions of rows in the old body, and where they are in the new one. */
  private final Map<Node, Row> versions = new HashMap<>();

  private Rows(Cycle loop, UnaryOperator<Node> outside, Spans spans) {
    this.loop = loop;
    this.outside = outside;
    this.spans = spans;
    int depth = loop.body().depth();
    LoopDraft made =
        loop.isCounted()
            ? new LoopDraft(outside.apply(loop.trips()), depth, spans)
            : LoopDraft.conditional(loop.apply().builder(), depth, spans);
    this.draft = made.segment(loop.segment());
    this.into =
        new Substitution(loop.apply().builder(), Map.of(loop.index(), draft.index()), spans);
  }

  /**
   * What stands for the loop's results: for a carried row the larger array.
   *
   * @param outside images of values of the code around the loop
   * @param rows by number of the loop's input
   */
  static List<Node> rebuild(
      Cycle loop, UnaryOperator<Node> outside, Map<Integer, Row> rows, Spans spans) {
    return new Rows(loop, outside, spans).rebuild(rows);
  }

  private List<Node> rebuild(Map<Integer, Row> rows) {
    List<Parameter> carries = new ArrayList<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      Row row = rows.get(i);
      Node outer = row == null ? outside.apply(loop.outer(i)) : row.array();
      Node inner = i <= loop.carries() ? draft.carry(outer) : draft.invariant(outer);
      if (i <= loop.carries()) {
        carries.add((Parameter) inner);
      }
      if (row == null) {
        into.replace(loop.parameter(i), inner);
      } else {
        List<Node> indices = row.indices().stream().map(draft::invariant).toList();
        versions.put(loop.parameter(i), new Row(inner, indices));
      }
    }
    Graph.reachable(loop.body().results()).forEach(this::visit);
    if (loop.condition() != null) {
      draft.holds(into.of(loop.condition().results().get(0)));
    }
    for (int i = 1; i <= loop.carries(); i++) {
      Row row = versions.get(loop.next(i));
      draft.next(carries.get(i - 1), row != null ? row.array() : into.of(loop.next(i)));
    }
    List<Node> results = new ArrayList<>(draft.finish());
    if (!loop.isCounted()) {
      results.add(draft.rounds());
    }
    return results;
  }

  private void visit(Node node) {
    if (!(node instanceof Apply)
        || Graph.operands(node).stream().noneMatch(versions::containsKey)) {
      return;
    }
    Apply apply = (Apply) node;
    Row row = versions.get(apply.argument(0));
    if (Cycle.is(apply)) {
      visit(new Cycle(apply));
    } else if (Access.isRead(apply) && row != null) {
      Node read = read(new Access(apply), row);
      spans.derive(read, node);
      into.replace(node, read);
    } else if (Access.isWrite(apply) && row != null) {
      Row next = row.with(new Access(apply), into::of);
      spans.derive(next.array(), node);
      versions.put(node, next);
    } else {
      throw new IllegalStateException("not used by its elements: " + node);
    }
  }

  private Node read(Access read, Row row) {
    return Get.get(row.array(), row.at(into.of(read.indices())), into.of(read.guard()));
  }

  private void visit(Cycle inner) {
    Map<Integer, Row> rows = new LinkedHashMap<>();
    for (int i = 1; i <= inner.inputs(); i++) {
      @Nullable Row row = versions.get(inner.outer(i));
      if (row != null) {
        rows.put(i, row);
      }
    }
    List<Node> old = inner.apply().builder().results(inner.apply());
    List<Node> results = rebuild(inner, into::of, rows, spans);
    for (int i = 0; i < old.size(); i++) {
      spans.derive(results.get(i), old.get(i));
      if (rows.containsKey(i + 1) && i < inner.carries()) {
        Row before = Objects.requireNonNull(rows.get(i + 1));
        versions.put(old.get(i), new Row(results.get(i), before.indices()));
      } else {
        into.replace(old.get(i), results.get(i));
      }
    }
  }
}

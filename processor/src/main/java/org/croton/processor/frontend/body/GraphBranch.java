package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.Nodes;
import org.croton.processor.frontend.value.Store;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ops.control.Branch;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Makes a branch of the graph: only the arm that is taken runs. */
final class GraphBranch {
  private final Reading reading;

  GraphBranch(Reading reading) {
    this.reading = reading;
  }

  Completion run(
      Value.Scalar condition,
      Supplier<Completion> then,
      Supplier<Completion> otherwise,
      Supplier<Span> span) {
    Store.Imports imports = reading.store.openBody(0);
    Jumps jumps = new Jumps(reading, false);
    Side left = arm(then, jumps);
    reading.store.openBody(imports);
    Side right = arm(otherwise, jumps);
    Set<Cell> written = new LinkedHashSet<>(left.writes().keySet());
    written.addAll(right.writes().keySet());
    Pairs pairs = new Pairs(imports);
    merged(written, left, right, imports, pairs, span);
    if (!pairs.left.isEmpty()) {
      pairs.results.addAll(make(condition.node(), imports, pairs, span));
    }
    Map<Cell, Value> after = merged(written, left, right, imports, pairs, span);
    after.forEach((cell, value) -> reading.store.set(cell, unpacked(cell, value)));
    return jumps.completion();
  }

  private Value unpacked(Cell cell, Value value) {
    return Jumps.isResult(cell) ? value : reading.sharing.unpacked(cell.name(), value);
  }

  private Side arm(Supplier<Completion> body, Jumps jumps) {
    boolean done = false;
    try {
      jumps.capture(Side.released(reading, body.get()), exit -> exit.isNormal());
      Side side = Side.close(reading, Completion.NORMAL);
      done = true;
      return side;
    } finally {
      if (!done) {
        reading.store.close();
      }
    }
  }

  private Map<Cell, Value> merged(
      Set<Cell> written,
      Side left,
      Side right,
      Store.Imports imports,
      Pairs pairs,
      Supplier<Span> span) {
    Merge merge = reading.conditions.merge(pairs);
    Map<Cell, Value> merged = new LinkedHashMap<>();
    for (Cell cell : written) {
      Value a = side(cell, left, right, imports);
      Value b = side(cell, right, left, imports);
      merged.put(cell, merge.assigned(a, b, span));
    }
    return merged;
  }

  /** What a cell holds at the end of an arm; what only the other arm returns is blank. */
  private Value side(Cell cell, Side own, Side other, Store.Imports imports) {
    Value there = other.writes().get(cell);
    boolean blank =
        Jumps.isResult(cell)
            && !own.writes().containsKey(cell)
            && reading.store.get(cell) == Value.Missing.UNASSIGNED;
    return blank && there != null
        ? reading.arrays.contents().blank(there)
        : own.value(cell, other, reading, imports::take);
  }

  private List<Node> make(Node condition, Store.Imports imports, Pairs pairs, Supplier<Span> span) {
    List<Node> arguments = new ArrayList<>(List.of(condition));
    arguments.addAll(imports.outer());
    List<Parameter> parameters = imports.parameters();
    Apply branch =
        reading
            .builder()
            .apply(
                Branch.OP,
                Attrs.NONE,
                arguments,
                List.of(new Region(parameters, pairs.left), new Region(parameters, pairs.right)));
    reading.spans.add(branch, span.get());
    return reading.builder().results(branch);
  }

  /** Collects what differs, and then hands out the branch's results in the same order. */
  private static final class Pairs implements Choice {
    final List<Node> left = new ArrayList<>();
    final List<Node> right = new ArrayList<>();
    final List<Node> results = new ArrayList<>();
    private final Store.Imports imports;

    Pairs(Store.Imports imports) {
      this.imports = imports;
    }

    @Override
    public Node of(Node a, Node b) {
      if (!results.isEmpty()) {
        return results.remove(0);
      }
      left.add(a);
      right.add(b);
      return a;
    }

    @Override
    public Value same(Value value) {
      return Nodes.map(
          value,
          node -> {
            @Nullable Node origin = imports.origin(node);
            return origin != null ? origin : of(node, node);
          });
    }
  }
}

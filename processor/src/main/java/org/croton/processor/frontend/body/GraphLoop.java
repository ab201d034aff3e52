package org.croton.processor.frontend.body;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.croton.DType;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.Nodes;
import org.croton.processor.frontend.value.Store;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ops.control.Loop;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.report.Code;
import org.croton.processor.report.Span;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Makes a loop of the graph. Its carried values are what the body assigns; they are found by
 * reading the body until no more come to light, which also finds their common form: what is a
 * constant at first and a number later is a number throughout.
 */
final class GraphLoop {
  /** What one reading of the body gave. */
  private record Round(
      Completion completion,
      Map<Cell, Value> writes,
      Store.Imports imports,
      List<Parameter> parameters) {}

  private final Reading reading;
  private final Carries carries;

  GraphLoop(Reading reading) {
    this.reading = reading;
    this.carries = new Carries(reading);
  }

  /** A counted loop; the variable is already in the frame. */
  void run(Tree tree, Trips trips, String name, StatementTree body, Frame frame) {
    Scope.Variable variable = frame.scope().find(name);
    if (variable == null) {
      throw new IllegalStateException(name);
    }
    Cell start = reading.store.make(name + "0", trips.start());
    run(
        tree,
        trips,
        round -> {
          Frame inner = frame.block();
          Value value = trips.variable(round, reading.read(start), reading);
          Cell cell = reading.store.make(name, value);
          inner.scope().add(new Scope.Variable(name, variable.type(), null, cell));
          Completion completion = reading.statements.run(body, inner);
          if (reading.store.get(cell) != value) {
            throw reading.mistake(
                Code.UNSUPPORTED_LOOP, tree, frame, "the body assigns the loop variable " + name);
          }
          return completion;
        },
        frame);
  }

  /** A loop over the elements or rows of an array. */
  void each(EnhancedForLoopTree tree, ArrayValue array, Trips trips, Frame frame) {
    Cell cell = reading.store.make("array", array);
    run(
        tree,
        trips,
        round -> {
          Frame inner = frame.block();
          Value index = trips.variable(round, Value.Known.of(0), reading);
          ArrayValue here = (ArrayValue) reading.read(cell);
          Value item =
              here.rank() > 1
                  ? here.row(index)
                  : reading.arrays.at(here, index, reading.span(tree, frame));
          reading.statements.variable(tree.getVariable(), item, inner);
          return reading.statements.run(tree.getStatement(), inner);
        },
        frame);
  }

  private void run(Tree tree, Trips trips, Function<Node, Completion> body, Frame frame) {
    if (reading.inMap()) {
      throw reading.mistake(
          Code.UNSUPPORTED_LOOP,
          tree,
          frame,
          "a run-time loop in the lambda of a map is not supported");
    }
    Span span = reading.span(tree, frame);
    Map<Cell, Value> carried = new LinkedHashMap<>();
    Round round = null;
    while (round == null) {
      round = draft(carried, body, span);
    }
    finish(tree, trips, carried, round, frame, span);
  }

  /** One reading of the body; null if it showed that more is carried, or in another form. */
  private @Nullable Round draft(
      Map<Cell, Value> carried, Function<Node, Completion> body, Span span) {
    reading.reporter().draft();
    boolean last = true;
    try {
      Round round = read(carried, body);
      last = settle(carried, round.writes(), span);
      return last ? round : null;
    } catch (Unifier.Solved solved) {
      last = false;
      throw solved;
    } finally {
      if (last) {
        reading.reporter().publish();
      } else {
        reading.reporter().discard();
      }
    }
  }

  private Round read(Map<Cell, Value> carried, Function<Node, Completion> body) {
    Store store = reading.store;
    int depth = store.depth() + 1;
    int count = carried.values().stream().mapToInt(value -> Nodes.of(value).size()).sum();
    List<Parameter> parameters = new ArrayList<>();
    Parameter index = store.builder().parameter(depth, 0, TensorType.scalar(DType.I64));
    UnaryOperator<Node> parameter =
        node -> {
          Parameter made = store.builder().parameter(depth, 1 + parameters.size(), node.type());
          parameters.add(made);
          return made;
        };
    Store.Imports imports = store.openBody(1 + count);
    Completion completion = Completion.NORMAL;
    Map<Cell, Value> writes = Map.of();
    try {
      carried.forEach((cell, value) -> store.enter(cell, Nodes.map(value, parameter)));
      completion = body.apply(index);
      // What is carried but not written in this reading keeps its value.
      carried.keySet().forEach(cell -> store.set(cell, store.get(cell)));
    } finally {
      writes = store.close();
    }
    List<Parameter> all = new ArrayList<>();
    all.add(index);
    all.addAll(parameters);
    return new Round(completion, writes, imports, all);
  }

  /** Whether the carried values are all there and have their common form; else they get better. */
  private boolean settle(Map<Cell, Value> carried, Map<Cell, Value> writes, Span span) {
    boolean settled = true;
    for (Map.Entry<Cell, Value> write : writes.entrySet()) {
      Cell cell = write.getKey();
      Value before = carried.containsKey(cell) ? carried.get(cell) : reading.store.get(cell);
      if (before == Value.Missing.UNASSIGNED || write.getValue() == Value.Missing.POISON) {
        continue; // nobody reads it after the loop: javac has proved it, or a mistake forbids it
      }
      Value common = carries.common(cell, before, write.getValue(), span);
      if (!common.equals(carried.get(cell))) {
        carried.put(cell, common);
        settled = false;
      }
    }
    return settled;
  }

  private void finish(
      Tree tree, Trips trips, Map<Cell, Value> carried, Round round, Frame frame, Span span) {
    if (!round.completion().isNormal()) {
      throw reading.mistake(
          Code.UNSUPPORTED_LOOP,
          tree,
          frame,
          "a run-time loop that break, continue or return leaves is not supported");
    }
    if (round.writes().containsValue(Value.Missing.POISON)) {
      round.writes().keySet().forEach(cell -> reading.store.set(cell, Value.Missing.POISON));
      return;
    }
    List<Node> arguments = new ArrayList<>(List.of(trips.count()));
    List<Node> next = new ArrayList<>();
    carried.forEach(
        (cell, value) -> {
          arguments.addAll(Nodes.of(value));
          next.addAll(Nodes.of(carries.as(value, round.writes().getOrDefault(cell, value))));
        });
    if (next.isEmpty()) {
      return; // the body leaves nothing behind
    }
    List<Parameter> parameters = new ArrayList<>(round.parameters());
    parameters.addAll(round.imports().parameters());
    arguments.addAll(round.imports().outer());
    Apply loop =
        reading
            .builder()
            .apply(
                Loop.OP,
                new LoopAttrs(next.size()),
                arguments,
                List.of(new Region(parameters, next)));
    reading.spans.add(loop, span);
    List<Node> results = new ArrayList<>(reading.builder().results(loop));
    carried.forEach(
        (cell, value) -> reading.store.set(cell, Nodes.map(value, node -> results.remove(0))));
  }
}

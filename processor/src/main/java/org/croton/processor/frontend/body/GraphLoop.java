package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.And.and;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Not.not;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.croton.DType;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Nodes;
import org.croton.processor.frontend.value.Store;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ops.control.Loop;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.ops.control.While;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Makes a loop of the graph. Its carried values are what the body assigns; they are found by
 * reading the body until no more come to light, which also finds their common form: what is a
 * constant at first and a number later is a number throughout.
 */
final class GraphLoop {
  /**
   * What one reading of the body gave.
   *
   * @param holds the condition of another round, or null if only the number of rounds decides
   */
  private record Round(
      @Nullable Node holds,
      Map<Cell, Value> writes,
      Store.Imports imports,
      List<Parameter> parameters) {}

  /** Thrown when evaluating the condition turns out to change something. */
  private static final class Impure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Impure() {
      super(null, null, false, false);
    }
  }

  private final Reading reading;
  private final Carries carries;

  GraphLoop(Reading reading) {
    this.reading = reading;
    this.carries = new Carries(reading);
  }

  /** How the loop ends: normally, or by jumps out of it. */
  Completion run(LoopForm form) {
    reading.loopsMade++;
    if (reading.inMap()) {
      throw reading.mistake(
          Code.UNSUPPORTED_LOOP,
          form.tree(),
          form.frame(),
          "a run-time loop in the lambda of a map is not supported");
    }
    if (form.condition() != null && !form.testsFirst()) {
      return rotated(form);
    }
    try {
      return settled(form);
    } catch (Impure impure) {
      return rotated(form);
    }
  }

  /** A loop whose condition is evaluated at the end of each round, and before the first one. */
  private Completion rotated(LoopForm form) {
    Value first = form.testsFirst() ? condition(form) : Value.Known.of(true);
    Cell running = reading.store.make("running", first);
    Span span = reading.span(form.tree(), form.frame());
    return settled(
        new LoopForm(
            form.tree(),
            form.label(),
            null,
            () -> reading.read(running),
            true,
            index -> {
              Completion completion =
                  reading.exits.absorb(form.body().apply(index), form::goesOn, () -> span);
              reading.store.set(running, Value.Known.of(false));
              return reading.fork.rest(
                  completion,
                  () -> {
                    reading.store.set(running, condition(form));
                    return Completion.NORMAL;
                  },
                  () -> span);
            },
            form.frame()));
  }

  private static Value condition(LoopForm form) {
    return form.condition() == null ? Value.Known.of(true) : form.condition().get();
  }

  private Completion settled(LoopForm form) {
    Span span = reading.span(form.tree(), form.frame());
    Map<Cell, Value> carried = new LinkedHashMap<>();
    Jumps jumps = new Jumps(reading, true);
    Round round = null;
    while (round == null) {
      round = draft(form, carried, jumps, span);
    }
    if (round.holds() instanceof Constant holds && holds.value().integer(0) == 1) {
      throw reading.mistake(
          Code.UNSUPPORTED_LOOP, form.tree(), form.frame(), "nothing ever ends this loop");
    }
    finish(form, carried, round, span);
    return reading.exits.absorb(jumps.completion(), form::ends, () -> span);
  }

  /** One reading of the body; null if it showed that more is carried, or in another form. */
  private @Nullable Round draft(LoopForm form, Map<Cell, Value> carried, Jumps jumps, Span span) {
    reading.reporter().draft();
    boolean last = true;
    try {
      Round round = read(form, carried, jumps, span);
      last = settle(form, carried, round.writes(), span);
      return last ? round : null;
    } catch (Unifier.Solved | Impure again) {
      last = false;
      throw again;
    } finally {
      if (last) {
        reading.reporter().publish();
      } else {
        reading.reporter().discard();
      }
    }
  }

  private Round read(LoopForm form, Map<Cell, Value> carried, Jumps jumps, Span span) {
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
    Map<Cell, Value> entering = new LinkedHashMap<>();
    carried.forEach((cell, value) -> entering.put(cell, Nodes.map(value, parameter)));
    Cell trips = form.trips() == null ? null : store.make("trips", form.trips().value());
    Store.Imports imports = store.openBody(1 + count);
    Node holds = null;
    boolean pure = false;
    try {
      entering.forEach(this::enter);
      holds = holds(form, trips, index, jumps);
    } finally {
      pure = store.close().isEmpty();
    }
    if (!pure) {
      throw new Impure();
    }
    store.openBody(imports);
    Map<Cell, Value> writes = Map.of();
    try {
      entering.forEach(this::enter);
      Completion completion = form.body().apply(index);
      jumps.capture(completion, form::goesOn);
      // What is carried but not written in this reading keeps its value.
      carried.keySet().forEach(cell -> store.set(cell, store.get(cell)));
      Map<Cell, Value> after = outliving(store.written());
      carried.forEach(
          (cell, value) ->
              store.set(cell, reading.sharing.packed(cell, value, store.get(cell), after, span)));
    } finally {
      writes = store.close();
    }
    List<Parameter> all = new ArrayList<>();
    all.add(index);
    all.addAll(parameters);
    return new Round(holds, writes, imports, all);
  }

  /** What a cell holds in a body that starts, arrays that are carried by their elements too. */
  private void enter(Cell cell, Value value) {
    reading.store.enter(cell, unpacked(cell, value));
  }

  private Value unpacked(Cell cell, Value value) {
    return Jumps.isResult(cell) ? value : reading.sharing.unpacked(cell.name(), value);
  }

  /** Without what has no value before the loop, so that nobody reads it after a round. */
  private Map<Cell, Value> outliving(Map<Cell, Value> written) {
    Map<Cell, Value> after = new LinkedHashMap<>(written);
    after.keySet().removeIf(cell -> reading.store.before(cell) == Value.Missing.UNASSIGNED);
    return after;
  }

  /**
   * Whether another round runs, in terms of the body; null if only the number of rounds says so.
   */
  private @Nullable Node holds(LoopForm form, @Nullable Cell trips, Node index, Jumps jumps) {
    Node left = jumps.any();
    if (trips != null) {
      return left == null
          ? null
          : and(lt(index, ((Value.Scalar) reading.read(trips)).node()), not(left));
    }
    if (left == null) {
      return reading.conditions.node(condition(form));
    }
    Value.Scalar runs = new Value.Scalar(JavaKind.BOOLEAN, not(left));
    return reading.conditions.node(
        reading.conditions.chosen(
            runs,
            () -> condition(form),
            () -> Value.Known.of(false),
            () -> reading.span(form.tree(), form.frame())));
  }

  /** Whether the carried values are all there and have their common form; else they get better. */
  private boolean settle(
      LoopForm form, Map<Cell, Value> carried, Map<Cell, Value> writes, Span span) {
    boolean settled = true;
    for (Map.Entry<Cell, Value> write : writes.entrySet()) {
      Cell cell = write.getKey();
      Value after = write.getValue();
      Value before = carried.containsKey(cell) ? carried.get(cell) : reading.store.get(cell);
      if (before == Value.Missing.UNASSIGNED && Jumps.isResult(cell)) {
        before = reading.arrays.contents().blank(after);
      }
      if (before == Value.Missing.UNASSIGNED || after == Value.Missing.POISON) {
        continue; // nobody reads it after the loop: javac has proved it, or a mistake forbids it
      }
      Value common = common(form, cell, before, after, span);
      if (!common.equals(carried.get(cell))) {
        carried.put(cell, common);
        settled = false;
      }
    }
    return settled;
  }

  private Value common(LoopForm form, Cell cell, Value before, Value after, Span span) {
    try {
      return carries.common(cell, before, after, form.frame(), span);
    } catch (Mistake mistake) {
      reading.store.set(cell, Value.Missing.POISON); // reported here, and not where it is used
      throw mistake;
    }
  }

  private void finish(LoopForm form, Map<Cell, Value> carried, Round round, Span span) {
    if (round.writes().containsValue(Value.Missing.POISON)) {
      round.writes().keySet().forEach(cell -> reading.store.set(cell, Value.Missing.POISON));
      return;
    }
    List<Node> initials = new ArrayList<>();
    List<Node> next = new ArrayList<>();
    carried.forEach(
        (cell, value) -> {
          initials.addAll(Nodes.of(value));
          next.addAll(Nodes.of(carries.as(value, round.writes().getOrDefault(cell, value))));
        });
    if (next.isEmpty()) {
      leavesNothing(form);
      return;
    }
    List<Node> results = new ArrayList<>(make(form, initials, next, round, span));
    carried.forEach(
        (cell, value) -> {
          Value left = Nodes.map(value, node -> results.remove(0));
          reading.store.set(cell, unpacked(cell, left));
        });
  }

  private void leavesNothing(LoopForm form) {
    if (form.trips() == null) {
      throw reading.mistake(
          Code.UNSUPPORTED_LOOP,
          form.tree(),
          form.frame(),
          "a round of this loop changes nothing, so it runs never or for ever");
    }
  }

  private List<Node> make(
      LoopForm form, List<Node> initials, List<Node> next, Round round, Span span) {
    List<Parameter> parameters = new ArrayList<>(round.parameters());
    parameters.addAll(round.imports().parameters());
    List<Node> arguments = new ArrayList<>(initials);
    arguments.addAll(round.imports().outer());
    LoopAttrs attrs = new LoopAttrs(next.size());
    Region body = new Region(parameters, next);
    Apply loop;
    if (round.holds() == null && form.trips() != null) {
      arguments.add(0, form.trips().count());
      loop = reading.builder().apply(Loop.OP, attrs, arguments, List.of(body));
    } else {
      Node holds = round.holds() == null ? reading.conditions.always() : round.holds();
      Region condition = new Region(parameters, List.of(holds));
      loop = reading.builder().apply(While.OP, attrs, arguments, List.of(condition, body));
    }
    reading.spans.add(loop, span);
    return reading.checkpoints != null && reading.store.depth() == 0
        ? reading.checkpoints.cut(loop, span, reading.spans)
        : reading.builder().results(loop);
  }
}

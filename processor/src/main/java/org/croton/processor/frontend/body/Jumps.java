package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Not.not;
import static org.croton.processor.ops.elementwise.Or.or;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.croton.processor.frontend.body.Completion.Exit;
import org.croton.processor.frontend.body.Completion.Kind;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Nodes;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/**
 * How a loop's body or an arm of a branch was left, kept in variables of the code around it: one
 * boolean for each kind of jump, and one variable for what is returned.
 */
final class Jumps {
  private static final String RESULT = "what is returned";

  private record Way(Kind kind, @Nullable String label) {}

  private final Reading reading;
  private final Map<Way, Cell> flags = new LinkedHashMap<>();
  private final Map<Way, Cell> results = new LinkedHashMap<>();
  private final Map<Way, Value> constants = new LinkedHashMap<>();
  private final boolean keepsConstants;

  /**
   * @param keepsConstants whether there is one body, so that what it always returns needs no
   *     variable
   */
  Jumps(Reading reading, boolean keepsConstants) {
    this.reading = reading;
    this.keepsConstants = keepsConstants;
  }

  static boolean isResult(Cell cell) {
    return cell.name().equals(RESULT);
  }

  boolean isEmpty() {
    return flags.isEmpty();
  }

  /** Notes the ends of a body that is being read, all but those of a property. */
  void capture(Completion completion, Predicate<Exit> unless) {
    for (Exit exit : completion.exits()) {
      if (!unless.test(exit)) {
        Way way = new Way(exit.kind(), exit.label());
        Cell flag =
            flags.computeIfAbsent(
                way, key -> reading.store.makeBelow("left", Value.Known.of(false)));
        Node condition = exit.condition();
        reading.store.set(
            flag,
            condition == null
                ? Value.Known.of(true)
                : new Value.Scalar(JavaKind.BOOLEAN, condition));
        result(way, exit.value());
      }
    }
  }

  private void result(Way way, Value value) {
    boolean constant =
        Nodes.of(value).isEmpty()
            && !(value instanceof ArrayValue)
            && value.equals(constants.getOrDefault(way, value))
            && !results.containsKey(way);
    if (value == Value.Missing.VOID || (constant && keepsConstants)) {
      constants.put(way, value);
      return;
    }
    constants.remove(way);
    Cell cell =
        results.computeIfAbsent(
            way, key -> reading.store.makeBelow(RESULT, Value.Missing.UNASSIGNED));
    if (value instanceof ArrayValue array && reading.store.isOwn(array.content())) {
      reading.store.set(cell, reading.sharing.elements(array));
    } else {
      reading.store.set(cell, value);
    }
  }

  /** Whether the body was left; null as long as no jump has come to light. */
  @Nullable Node any() {
    Node any = null;
    for (Cell flag : flags.values()) {
      if (reading.store.get(flag) instanceof Value.Scalar scalar) {
        any = any == null ? scalar.node() : or(any, scalar.node());
      } else if (((Value.Known) reading.store.get(flag)).isTrue()) {
        return reading.conditions.always();
      }
    }
    return any;
  }

  /** How it was left, after the body; normally, if no jump was taken. */
  Completion completion() {
    List<Exit> exits = new ArrayList<>();
    Node any = any();
    for (Map.Entry<Way, Cell> flag : flags.entrySet()) {
      Way way = flag.getKey();
      Value taken = reading.store.get(flag.getValue());
      if (taken instanceof Value.Known known) {
        if (known.isTrue()) {
          return Completion.of(way.kind(), way.label(), value(way));
        }
      } else {
        exits.add(new Exit(way.kind(), way.label(), value(way), ((Value.Scalar) taken).node()));
      }
    }
    if (any == null) {
      return Completion.NORMAL;
    }
    exits.add(new Exit(Kind.NORMAL, null, Value.Missing.VOID, not(any)));
    return new Completion(exits);
  }

  private Value value(Way way) {
    Cell cell = results.get(way);
    if (cell == null) {
      return Objects.requireNonNull(constants.get(way));
    }
    return reading.store.get(cell);
  }
}

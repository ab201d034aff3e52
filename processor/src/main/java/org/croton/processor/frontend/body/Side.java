package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.croton.processor.frontend.body.Completion.Exit;
import org.croton.processor.frontend.body.Completion.Kind;
import org.croton.processor.frontend.value.ArrayElements;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.Value;

/**
 * How one of two pieces of code ended and what it wrote. Arrays that were made there are known by
 * their elements, as the places that held them are gone.
 */
record Side(Completion completion, Map<Cell, Value> writes) {
  /** Ends the level of the store that the code was read in. */
  static Side close(Reading reading, Completion completion) {
    Map<Cell, Value> written = reading.store.written();
    Map<Cell, Value> writes = new LinkedHashMap<>();
    written.forEach((cell, value) -> writes.put(cell, released(reading, value, written)));
    Side side = new Side(released(reading, completion), writes);
    reading.store.close();
    return side;
  }

  /** The end, with arrays that end with the innermost level by their elements. */
  static Completion released(Reading reading, Completion completion) {
    Map<Cell, Value> written = reading.store.written();
    List<Exit> exits = new ArrayList<>();
    for (Exit exit : completion.exits()) {
      Value value =
          exit.kind() == Kind.RETURN
                  && exit.value() instanceof ArrayValue array
                  && reading.store.isOwn(array.content())
              ? reading.sharing.returned(array)
              : released(reading, exit.value(), written);
      exits.add(new Exit(exit.kind(), exit.label(), value, exit.condition()));
    }
    return new Completion(exits);
  }

  private static Value released(Reading reading, Value value, Map<Cell, Value> written) {
    return value instanceof ArrayValue array && reading.sharing.endsHere(array, written)
        ? reading.sharing.elements(array)
        : value;
  }

  /**
   * The value of a variable at the end, in the form that the other side has it in.
   *
   * @param outer how the code saw what it did not write
   */
  Value value(Cell cell, Side other, Reading reading, UnaryOperator<Value> outer) {
    Value written = writes.get(cell);
    Value own = written != null ? written : outer.apply(reading.store.get(cell));
    Value there = other.writes.get(cell);
    boolean exchanged =
        there instanceof ArrayElements
            && own instanceof ArrayValue array
            && !reading.sharing.isKnownElsewhere(cell, array);
    if (!exchanged) {
      return own;
    }
    ArrayValue array = (ArrayValue) own;
    Value content = writes.get(array.content());
    Value held = content != null ? content : outer.apply(reading.read(array.content()));
    return new ArrayElements(
        array.element(), reading.arrays.contents().node(held, array.element()), array.owner());
  }
}

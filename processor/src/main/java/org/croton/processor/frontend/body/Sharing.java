package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.croton.processor.frontend.value.ArrayElements;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that only one name means. Such an array is as good as its elements, so that a run-time
 * loop may exchange it for another one; which array a write changes is never left to the data.
 */
final class Sharing {
  private final Reading reading;

  Sharing(Reading reading) {
    this.reading = reading;
  }

  /**
   * The elements of an array that a variable gives up. Throws {@link Mistake} if another name in
   * reach means the array too.
   */
  ArrayElements givenUp(Cell cell, ArrayValue array, Frame frame, Span span) {
    if (array.owner() == null) {
      checkWhole(cell, array, span);
      Search search = new Search(other -> other.content() == array.content(), cell);
      frames(frame).forEach(search::frame);
      if (search.count > 1) {
        throw refused(cell, search.other, span);
      }
    }
    return elements(array);
  }

  /** The elements that an array has now. */
  ArrayElements elements(ArrayValue array) {
    return new ArrayElements(array.element(), reading.arrays.contents().node(array), array.owner());
  }

  /** Whether a name in reach means an array, apart from one variable that holds it. */
  boolean isKnownElsewhere(Cell cell, ArrayValue array) {
    Search search = new Search(other -> other.content() == array.content(), cell);
    frames(reading.here).forEach(search::frame);
    return search.count > 1 || !array.prefix().isEmpty();
  }

  /** The value that a method returns: an array that ends with the method by its elements. */
  Value returned(Value value) {
    if (!(value instanceof ArrayValue array) || array.owner() != null) {
      return value;
    }
    Search search = new Search(other -> other.content() == array.content(), null);
    reading.callers.forEach(search::frame);
    if (reading.here.self() != null) {
      search.value(reading.here.self(), null);
    }
    return search.count == 0 ? elements(array) : value;
  }

  /**
   * Whether an array was made in the innermost level of the store and at most one name outside
   * means it.
   */
  boolean endsHere(ArrayValue array, Map<Cell, Value> written) {
    Search search = new Search(other -> other.content() == array.content(), null);
    written.forEach(search::cell);
    return array.owner() == null
        && array.prefix().isEmpty()
        && reading.store.isOwn(array.content())
        && search.count <= 1;
  }

  /** The frame and those of the calls that lead to it. */
  private List<Frame> frames(Frame frame) {
    List<Frame> all = new ArrayList<>(reading.callers);
    all.add(frame);
    return all;
  }

  /**
   * The value after a round in the form that is carried: arrays by their elements where the form
   * has them so. Throws {@link Mistake} if two names that outlive the round mean one of them.
   *
   * @param after everything that the round leaves
   */
  Value packed(Cell cell, Value form, Value value, Map<Cell, Value> after, Span span) {
    if (form instanceof ArrayElements && value instanceof ArrayValue array) {
      if (array.owner() == null) {
        checkLeft(cell, array, after, span);
      }
      return elements(array);
    }
    if (form instanceof RecordValue x && value instanceof RecordValue y) {
      return new RecordValue(y.type(), packed(cell, x.components(), y.components(), after, span));
    }
    return value;
  }

  private List<Value> packed(
      Cell cell, List<Value> forms, List<Value> values, Map<Cell, Value> after, Span span) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      all.add(packed(cell, forms.get(i), values.get(i), after, span));
    }
    return all;
  }

  /** What a round leaves in a variable is of the round, and nobody else's. */
  private void checkLeft(Cell cell, ArrayValue array, Map<Cell, Value> after, Span span) {
    checkWhole(cell, array, span);
    Search search = new Search(other -> other.content() == array.content(), cell);
    after.forEach(search::cell);
    if (search.count > 1 || !reading.store.isOwn(array.content())) {
      frames(reading.here).forEach(search::frame); // for the name
      throw refused(cell, search.other, span);
    }
  }

  private static void checkWhole(Cell cell, ArrayValue array, Span span) {
    if (!array.prefix().isEmpty()) {
      throw Mistake.of(
          Code.UNSUPPORTED_LOOP,
          span,
          cell.name()
              + " is another row after each round, of an array that can be written: what a name"
              + " means must be known to the build; a clone() of the row is an array of its own");
    }
  }

  private static Mistake refused(Cell cell, @Nullable String other, Span span) {
    String second = other == null || other.equals(cell.name()) ? "another name" : other;
    return Mistake.of(
        Code.UNSUPPORTED_LOOP,
        span,
        cell.name()
            + " is another array after each round, and "
            + second
            + " may mean the same one: which array a name means must be known to the build; a"
            + " clone() is an array of its own");
  }

  /** The value with elements as arrays that nobody else knows. */
  Value unpacked(String name, Value value) {
    if (value instanceof ArrayElements elements) {
      int rank = elements.node().tensor().rank();
      Cell content = reading.store.make(name, new Value.Tensor(elements.node()));
      return new ArrayValue(elements.element(), rank, content, List.of(), elements.owner());
    }
    if (value instanceof RecordValue record) {
      return new RecordValue(
          record.type(),
          record.components().stream().map(component -> unpacked(name, component)).toList());
    }
    return value;
  }

  /**
   * Whether an array may become a row of another one: nobody else knows it, and no name means the
   * row that it replaces.
   */
  boolean mayBecomeRow(ArrayValue row, ArrayValue of, Frame frame) {
    if (row.owner() != null || !row.prefix().isEmpty()) {
      return false;
    }
    int outer = of.prefix().size();
    Search search =
        new Search(
            array ->
                array.content() == row.content()
                    || (array.content() == of.content() && array.prefix().size() > outer),
            null);
    frames(frame).forEach(search::frame);
    return search.count == 0;
  }

  /** Counts the names that lead to an array. */
  private final class Search {
    private final Predicate<ArrayValue> wanted;
    private final @Nullable Cell first;
    private final Set<Cell> seen = new HashSet<>();
    private int count;
    private @Nullable String other;

    Search(Predicate<ArrayValue> wanted, @Nullable Cell first) {
      this.wanted = wanted;
      this.first = first;
    }

    void frame(Frame frame) {
      frame.scope().cells().forEach(cell -> cell(cell, reading.store.peek(cell)));
      if (frame.self() != null) {
        value(frame.self(), null);
      }
    }

    void cell(Cell cell, @Nullable Value value) {
      if (value != null && seen.add(cell)) {
        value(value, cell);
      }
    }

    private void value(Value value, @Nullable Cell holder) {
      if (value instanceof ArrayValue array) {
        if (wanted.test(array)) {
          count++;
          other = holder == null || holder == first ? other : holder.name();
        }
      } else if (value instanceof RecordValue record) {
        record.components().forEach(component -> value(component, holder));
      } else if (value instanceof Value.Items items) {
        items.values().forEach(item -> value(item, holder));
      } else if (value instanceof SequenceValue sequence) {
        cell(sequence.content(), reading.store.peek(sequence.content()));
      } else if (value instanceof InstanceValue instance) {
        instance.fields().values().forEach(field -> cell(field, reading.store.peek(field)));
      } else if (value instanceof Lambda lambda) {
        frame(lambda.frame());
      }
    }
  }
}

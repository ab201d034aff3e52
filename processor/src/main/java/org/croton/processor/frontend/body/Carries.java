package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.ArrayElements;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;

/**
 * The form that a value has before the first round of a loop, between rounds and after the last.
 */
final class Carries {
  private final Reading reading;

  Carries(Reading reading) {
    this.reading = reading;
  }

  /**
   * The value before the loop in a form that the value after a round has too. Throws {@link
   * Mistake} if there is none.
   */
  Value common(Cell cell, Value before, Value after, Frame frame, Span span) {
    if (before.equals(after)) {
      return before;
    }
    JavaKind kind = ValueTypes.kind(before);
    if (kind != null && ValueTypes.kind(after) == kind) {
      return new Value.Scalar(kind, reading.conversions.node(before, kind));
    }
    if (before instanceof Value.Tensor x && after instanceof Value.Tensor y) {
      sameType(cell, x.node(), y.node(), span);
      return x;
    }
    if (before instanceof Value.Items x && after instanceof Value.Tensor y) {
      JavaKind element = JavaKind.of(y.node().tensor().dtype());
      Node content = reading.arrays.contents().node(x, element);
      sameType(cell, content, y.node(), span);
      return new Value.Tensor(content);
    }
    if (before instanceof Value.Items x
        && after instanceof Value.Items y
        && x.values().size() == y.values().size()) {
      return new Value.Items(common(cell, x.values(), y.values(), frame, span));
    }
    if (before instanceof RecordValue x
        && after instanceof RecordValue y
        && x.type().equals(y.type())) {
      return new RecordValue(x.type(), common(cell, x.components(), y.components(), frame, span));
    }
    if (before instanceof ArrayValue x && after instanceof ArrayValue y && isAlike(x, y)) {
      return reading.sharing.givenUp(cell, x, frame, span);
    }
    if (before instanceof ArrayElements x && after instanceof ArrayElements y) {
      sameType(cell, x.node(), y.node(), span);
      return x.owner() != null ? x : new ArrayElements(x.element(), x.node(), y.owner());
    }
    throw Mistake.of(Code.UNSUPPORTED_LOOP, span, changed(cell, before, after));
  }

  private String changed(Cell cell, Value before, Value after) {
    String first = reading.source.valueTypes().describe(before);
    String later = reading.source.valueTypes().describe(after);
    if (before instanceof Value.Items && after instanceof Value.Items) {
      return "a "
          + cell.name()
          + " has "
          + first
          + " before the loop and "
          + later
          + " after a round: lists do not grow in a run-time loop; write into an array";
    }
    if (before == Value.Missing.NULL) {
      return cell.name()
          + " is null before the loop and "
          + later
          + " after a round: give it a first value of its later type";
    }
    String what =
        first.equals(later)
            ? " means another " + first + " after each round"
            : " is " + first + " before the loop and " + later + " after a round";
    return cell.name()
        + what
        + ": a run-time loop carries numbers, tensors, arrays of numbers and records of these, and"
        + " no references to other objects";
  }

  private List<Value> common(
      Cell cell, List<Value> before, List<Value> after, Frame frame, Span span) {
    List<Value> common = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      common.add(common(cell, before.get(i), after.get(i), frame, span));
    }
    return common;
  }

  private static boolean isAlike(ArrayValue a, ArrayValue b) {
    return a.element() == b.element() && a.rank() == b.rank();
  }

  private static void sameType(Cell cell, Node before, Node after, Span span) {
    if (!before.type().equals(after.type())) {
      throw Mistake.of(
          Code.UNSUPPORTED_LOOP,
          span,
          cell.name()
              + " is "
              + before.type()
              + " before the loop and "
              + after.type()
              + " after a round: what a loop carries keeps its type");
    }
  }

  /** The value in the form of another. */
  Value as(Value form, Value value) {
    if (form instanceof Value.Scalar scalar) {
      return new Value.Scalar(scalar.kind(), reading.conversions.node(value, scalar.kind()));
    }
    if (form instanceof Value.Tensor tensor && value instanceof Value.Items items) {
      JavaKind element = JavaKind.of(tensor.node().tensor().dtype());
      return new Value.Tensor(reading.arrays.contents().node(items, element));
    }
    if (form instanceof Value.Items items) {
      return new Value.Items(as(items.values(), ((Value.Items) value).values()));
    }
    if (form instanceof RecordValue record) {
      return new RecordValue(
          record.type(), as(record.components(), ((RecordValue) value).components()));
    }
    return value;
  }

  private List<Value> as(List<Value> forms, List<Value> values) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      all.add(as(forms.get(i), values.get(i)));
    }
    return all;
  }
}

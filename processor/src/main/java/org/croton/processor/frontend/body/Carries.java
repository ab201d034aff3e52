package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.frontend.names.ValueTypes;
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
  Value common(Cell cell, Value before, Value after, Span span) {
    if (before.equals(after)) {
      return before;
    }
    JavaKind kind = ValueTypes.kind(before);
    if (kind != null && ValueTypes.kind(after) == kind) {
      return new Value.Scalar(kind, reading.conversions.node(before, kind));
    }
    if (before instanceof Value.Tensor x && after instanceof Value.Tensor y) {
      return sameType(cell, x, y, span);
    }
    if (before instanceof Value.Items x && after instanceof Value.Tensor y) {
      JavaKind element = JavaKind.of(y.node().tensor().dtype());
      Node content = reading.arrays.contents().node(x, element);
      return sameType(cell, new Value.Tensor(content), y, span);
    }
    if (before instanceof Value.Items x
        && after instanceof Value.Items y
        && x.values().size() == y.values().size()) {
      return new Value.Items(common(cell, x.values(), y.values(), span));
    }
    if (before instanceof RecordValue x
        && after instanceof RecordValue y
        && x.type().equals(y.type())) {
      return new RecordValue(x.type(), common(cell, x.components(), y.components(), span));
    }
    throw Mistake.of(
        Code.UNSUPPORTED_LOOP,
        span,
        cell.name()
            + " is "
            + reading.source.valueTypes().describe(before)
            + " before the loop and "
            + reading.source.valueTypes().describe(after)
            + " after a round: a run-time loop carries numbers, tensors, the elements of arrays and"
            + " records of these, and no references");
  }

  private List<Value> common(Cell cell, List<Value> before, List<Value> after, Span span) {
    List<Value> common = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      common.add(common(cell, before.get(i), after.get(i), span));
    }
    return common;
  }

  private static Value sameType(Cell cell, Value.Tensor before, Value.Tensor after, Span span) {
    if (!before.node().type().equals(after.node().type())) {
      throw Mistake.of(
          Code.UNSUPPORTED_LOOP,
          span,
          cell.name()
              + " is "
              + before.node().type()
              + " before the loop and "
              + after.node().type()
              + " after a round: what a loop carries keeps its type");
    }
    return before;
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

package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.ArrayElements;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** One value of two: which one, only the data knows. */
final class Merge {
  private final Reading reading;
  private final Choice choice;

  Merge(Reading reading, Choice choice) {
    this.reading = reading;
    this.choice = choice;
  }

  /** {@code a} where the condition holds, {@code b} elsewhere. Throws {@link Mistake}. */
  Value values(Value a, Value b, Supplier<Span> span) {
    if (a.equals(b)) {
      return choice.same(a);
    }
    JavaKind one = ValueTypes.kind(a);
    JavaKind other = ValueTypes.kind(b);
    if (one != null && other != null && one.isNumeric() == other.isNumeric()) {
      JavaKind kind = one == other ? one : JavaKind.promote(one, other);
      return new Value.Scalar(
          kind, choice.of(reading.conversions.node(a, kind), reading.conversions.node(b, kind)));
    }
    if (a instanceof Value.Tensor x && b instanceof Value.Tensor y) {
      return tensors(x.node(), y.node(), span);
    }
    if (a instanceof Value.Tensor x && b instanceof Value.Items y) {
      return tensors(x.node(), content(y, x.node()), span);
    }
    ArrayElements left = elements(a);
    ArrayElements right = elements(b);
    if (left != null && right != null && left.element() == right.element()) {
      sameType("an array ", left.node(), right.node(), span);
      return new ArrayElements(
          left.element(),
          choice.of(left.node(), right.node()),
          left.owner() != null ? left.owner() : right.owner());
    }
    if (a instanceof Value.Items x && b instanceof Value.Tensor y) {
      return tensors(content(x, y.node()), y.node(), span);
    }
    if (a instanceof Value.Items x
        && b instanceof Value.Items y
        && x.values().size() == y.values().size()) {
      return new Value.Items(values(x.values(), y.values(), span));
    }
    if (a instanceof RecordValue x && b instanceof RecordValue y && x.type().equals(y.type())) {
      return new RecordValue(x.type(), values(x.components(), y.components(), span));
    }
    throw undecidable(a, b, span);
  }

  private Mistake undecidable(Value a, Value b, Supplier<Span> span) {
    boolean arrays = a instanceof ArrayValue || b instanceof ArrayValue;
    return Mistake.of(
        Code.UNSUPPORTED_BRANCH,
        span.get(),
        "the data decides between "
            + reading.source.valueTypes().describe(a)
            + " and "
            + reading.source.valueTypes().describe(b)
            + (arrays
                ? ", which other names mean too: which array a name means must be known to the"
                    + " build; a clone() is an array of its own"
                : ": only numbers, tensors of one type and records of these can be chosen so"));
  }

  /** An array that can be known by its elements alone, as nobody writes it. */
  private @Nullable ArrayElements elements(Value value) {
    if (value instanceof ArrayValue array && array.owner() != null) {
      return reading.sharing.elements(array);
    }
    return value instanceof ArrayElements elements ? elements : null;
  }

  /** As {@link #values} for what a variable holds, if anything. */
  Value assigned(Value a, Value b, Supplier<Span> span) {
    if (a == Value.Missing.POISON || b == Value.Missing.POISON) {
      return Value.Missing.POISON;
    }
    if (a == Value.Missing.UNASSIGNED || b == Value.Missing.UNASSIGNED) {
      return Value.Missing.UNASSIGNED; // javac has proved that nobody reads it
    }
    return values(a, b, span);
  }

  /** Single values of a short array in the form of the whole. */
  private Node content(Value.Items items, Node whole) {
    return reading.arrays.contents().node(items, JavaKind.of(whole.tensor().dtype()));
  }

  private Value tensors(Node a, Node b, Supplier<Span> span) {
    sameType("a tensor ", a, b, span);
    return new Value.Tensor(choice.of(a, b));
  }

  private static void sameType(String what, Node a, Node b, Supplier<Span> span) {
    TensorType x = a.tensor();
    TensorType y = b.tensor();
    if (!x.equals(y)) {
      throw Mistake.of(
          Code.UNSUPPORTED_BRANCH,
          span.get(),
          "the data decides between "
              + what
              + x
              + " and "
              + what
              + y
              + ": both must have one type");
    }
  }

  private List<Value> values(List<Value> a, List<Value> b, Supplier<Span> span) {
    List<Value> merged = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      merged.add(values(a.get(i), b.get(i), span));
    }
    return merged;
  }
}

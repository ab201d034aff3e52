package org.croton.processor.frontend.value;

import java.util.List;
import javax.lang.model.element.VariableElement;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;

/** What an expression evaluates to. */
public sealed interface Value
    permits Value.Known,
        Value.Scalar,
        Value.Size,
        Value.Tensor,
        Value.Items,
        Value.Text,
        Value.EnumConstant,
        Value.Spec,
        Value.Missing,
        ArrayValue,
        ArrayElements,
        SequenceValue,
        RecordValue,
        InstanceValue,
        FunctionValue {

  /** A primitive that the build knows, boxed as Java boxes it. */
  record Known(JavaKind kind, Object value) implements Value {
    public static Known of(int value) {
      return new Known(JavaKind.INT, value);
    }

    public static Known of(boolean value) {
      return new Known(JavaKind.BOOLEAN, value);
    }

    public static Known of(double value) {
      return new Known(JavaKind.DOUBLE, value);
    }

    public Known as(JavaKind other) {
      return new Known(other, other.convert(value));
    }

    public boolean isTrue() {
      return value.equals(true);
    }
  }

  /**
   * A primitive that only the data knows: of rank 0, except in the lambda of a {@code map}, where
   * it stands for every element at once.
   */
  record Scalar(JavaKind kind, Node node) implements Value {}

  /** An {@code int} that is a size: known as a formula. */
  record Size(Dim dim) implements Value {}

  /** A {@code org.croton.Tensor}. */
  record Tensor(Node node) implements Value {}

  /** The content of an array or list of build-time length; never the value of an expression. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A string that the build knows. */
  record Text(String text) implements Value {}

  record EnumConstant(VariableElement element) implements Value {}

  /** A part of a tensor expression that is no value of the graph: an index range, kept axes. */
  record Spec(Object spec, String type) implements Value {}

  /** What stands where there is no value. */
  enum Missing implements Value {
    NULL,
    /** The result of a void call. */
    VOID,
    /** A local variable before its first assignment. */
    UNASSIGNED,
    /** What a mistake left behind; it was reported where it was made. */
    POISON
  }
}

package org.croton.processor.frontend.body;

import com.sun.source.tree.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.names.Members;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.jspecify.annotations.Nullable;

/** The few classes of the JDK that compiled methods may use: numbers, lists, arrays, strings. */
final class LibraryCalls {
  private static final Set<String> NUMBERS =
      Set.of(
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Boolean");

  private final Reading reading;
  private final ListCalls lists;

  LibraryCalls(Reading reading) {
    this.reading = reading;
    this.lists = new ListCalls(reading);
  }

  /** The call's value, or null if the class is none of these. */
  @Nullable Value call(
      ExecutableElement method,
      @Nullable Value receiver,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    TypeElement owner = Members.owner(method);
    String type = owner.getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    if (!type.startsWith("java.")) {
      return null;
    }
    Value value = null;
    if (receiver == null) {
      value = onClass(type, name, method, arguments, tree, frame);
    } else if (receiver instanceof SequenceValue list) {
      value = lists.call(list, name, arguments, tree, frame);
    } else if (receiver instanceof Value.EnumConstant constant) {
      value = onConstant(constant, name);
    } else if (name.equals("equals") && arguments.size() == 1) {
      value = Value.Known.of(receiver.equals(arguments.get(0)));
    }
    if (value == null) {
      throw reading.mistake(
          Code.UNSUPPORTED_CALL,
          tree,
          frame,
          type.startsWith("java.util.stream.")
              ? "streams cannot be compiled: write a loop"
              : owner.getSimpleName() + "." + name + " cannot be compiled");
    }
    return value;
  }

  private @Nullable Value onClass(
      String type,
      String name,
      ExecutableElement method,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    if (name.equals("valueOf") && arguments.size() == 1 && NUMBERS.contains(type)) {
      return arguments.get(0);
    }
    if (NUMBERS.contains(type) && method.getReturnType().getKind().isPrimitive()) {
      return reading.tensorCalls.math().call(name, method, arguments, tree, frame);
    }
    if (type.equals("java.util.Objects") && name.equals("requireNonNull")) {
      return arguments.get(0);
    }
    if (type.equals("java.util.Arrays") && name.equals("fill") && arguments.size() == 2) {
      return fill(arguments.get(0), arguments.get(1), tree, frame);
    }
    return lists.make(type, name, arguments);
  }

  private @Nullable Value fill(Value target, Value value, ExpressionTree tree, Frame frame) {
    if (!(target instanceof ArrayValue array) || array.rank() != 1 || array.owner() != null) {
      return null;
    }
    reading.checkWrite(array.content(), tree, frame);
    TypeMirror element = reading.source.language().primitive(array.element());
    Value converted = reading.conversions.assign(value, element, reading.span(tree, frame));
    reading.arrays.contents().fill(array, converted);
    return Value.Missing.VOID;
  }

  private static @Nullable Value onConstant(Value.EnumConstant constant, String name) {
    return switch (name) {
      case "name", "toString" -> new Value.Text(constant.element().getSimpleName().toString());
      default -> null;
    };
  }

  /** A method of a boxed number. */
  Value onPrimitive(Value receiver, String name, ExpressionTree tree, Frame frame) {
    JavaKind kind =
        switch (name) {
          case "intValue" -> JavaKind.INT;
          case "longValue" -> JavaKind.LONG;
          case "floatValue" -> JavaKind.FLOAT;
          case "doubleValue" -> JavaKind.DOUBLE;
          case "booleanValue" -> JavaKind.BOOLEAN;
          default ->
              throw reading.mistake(
                  Code.UNKNOWN_METHOD,
                  tree,
                  frame,
                  reading.source.valueTypes().describe(receiver),
                  name,
                  "");
        };
    return reading.conversions.convert(receiver, kind);
  }

  /** Arguments as the array of a variable-arity parameter. */
  Value spread(TypeMirror arrayType, List<Value> arguments) {
    TypeMirror element = ((ArrayType) arrayType).getComponentType();
    JavaKind kind = JavaKind.of(element.getKind());
    List<Value> items = new ArrayList<>();
    for (Value argument : arguments) {
      items.add(kind == null ? argument : reading.conversions.convert(argument, kind));
    }
    Value.Items content = new Value.Items(items);
    return kind != null
        ? new ArrayValue(kind, 1, reading.store.make("arguments", content))
        : new SequenceValue(arrayType, reading.store.make("arguments", content), true);
  }

  /** {@code a.clone()}. */
  Value copy(ArrayValue array) {
    return reading.arrays.contents().copy(array);
  }
}

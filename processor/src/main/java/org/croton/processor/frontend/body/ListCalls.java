package org.croton.processor.frontend.body;

import com.sun.source.tree.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Lists of build-time length: {@code List.of}, {@code Arrays.asList}, {@code ArrayList}. */
final class ListCalls {
  private static final String LIST = "java.util.List";

  private final Reading reading;

  ListCalls(Reading reading) {
    this.reading = reading;
  }

  /** {@code new ArrayList<>(...)}. */
  static Value fresh(Reading reading, TypeMirror type, List<Value> arguments, Span span) {
    List<Value> items =
        arguments.size() == 1 && arguments.get(0) instanceof SequenceValue from
            ? reading.arrays.items(from)
            : List.of();
    return new SequenceValue(type, reading.store.make("list", new Value.Items(items)), true);
  }

  /** A static function that makes a list, or null. */
  @Nullable Value make(String owner, String name, List<Value> arguments) {
    boolean of = owner.equals(LIST) && (name.equals("of") || name.equals("copyOf"));
    boolean asList = owner.equals("java.util.Arrays") && name.equals("asList");
    if (!of && !asList) {
      return null;
    }
    List<Value> items =
        arguments.size() == 1 && arguments.get(0) instanceof SequenceValue spread
            ? reading.arrays.items(spread)
            : arguments;
    return new SequenceValue(
        reading.source.language().mirror(LIST),
        reading.store.make("list", new Value.Items(items)),
        asList);
  }

  /** A method of a list, or null if it has no meaning here. */
  @Nullable Value call(
      SequenceValue list, String name, List<Value> arguments, ExpressionTree tree, Frame frame) {
    List<Value> items = new ArrayList<>(reading.arrays.items(list));
    switch (name) {
      case "size":
        return Value.Known.of(items.size());
      case "isEmpty":
        return Value.Known.of(items.isEmpty());
      case "get":
        return items.get(position(arguments.get(0), items.size(), tree, frame));
      case "contains":
        return Value.Known.of(items.contains(arguments.get(0)));
      case "add":
        items.add(
            arguments.size() == 1
                ? items.size()
                : position(arguments.get(0), items.size() + 1, tree, frame),
            arguments.get(arguments.size() - 1));
        return changed(list, items, Value.Known.of(true), tree, frame);
      case "set":
        Value before =
            items.set(position(arguments.get(0), items.size(), tree, frame), arguments.get(1));
        return changed(list, items, before, tree, frame);
      default:
        return null;
    }
  }

  private Value changed(
      SequenceValue list, List<Value> items, Value result, ExpressionTree tree, Frame frame) {
    if (!list.isWritable()) {
      throw reading.mistake(Code.BUILD_TIME_EXCEPTION, tree, frame, "this list cannot be changed");
    }
    reading.checkWrite(list.content(), tree, frame);
    reading.store.set(list.content(), new Value.Items(items));
    return result;
  }

  private int position(Value index, int length, ExpressionTree tree, Frame frame) {
    int position =
        index instanceof Value.Known known && known.kind().isIntegral()
            ? (int) known.as(JavaKind.INT).value()
            : -1;
    if (position < 0 || position >= length) {
      throw reading.mistake(
          index instanceof Value.Known ? Code.BUILD_TIME_EXCEPTION : Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          index instanceof Value.Known
              ? "index " + position + " is out of range for length " + length
              : "a list at an index that only the run knows is not possible in a compiled method");
    }
    return position;
  }
}

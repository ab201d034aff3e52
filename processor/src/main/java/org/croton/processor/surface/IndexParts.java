package org.croton.processor.surface;

import java.util.ArrayList;
import java.util.List;
import org.croton.Index;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an index, in whatever form they come, into one part per axis. */
final class IndexParts {
  private IndexParts() {}

  /**
   * The parts that the call gives from an argument on: {@link IndexSpec}s other than an ellipsis,
   * and integer tensors. Together they take every axis of the shape; new axes take none.
   */
  static List<Object> of(Call call, int from, Shape shape) {
    List<Object> given = new ArrayList<>();
    for (Object arg : call.rest(from)) {
      if (arg instanceof String) {
        given.addAll(parse((String) arg));
      } else {
        given.add(part(call, arg));
      }
    }
    return complete(call, given, shape);
  }

  private static Object part(Call call, Object arg) {
    if (arg instanceof IndexSpec.At) {
      Object position = ((IndexSpec.At) arg).position();
      return position instanceof Node
          ? new IndexSpec.At(integers(call, (Node) position))
          : part(call, position);
    }
    if (arg instanceof IndexSpec) {
      return arg;
    }
    if (arg instanceof Index) {
      return part((Index) arg);
    }
    if (arg instanceof Weak) {
      return new IndexSpec.At(integers(call, ((Weak) arg).value()));
    }
    if (arg instanceof Node) {
      return integers(call, (Node) arg);
    }
    if (arg instanceof Dim) {
      return new IndexSpec.At(arg);
    }
    if (arg instanceof Double || arg instanceof Float || arg instanceof Boolean) {
      throw new TypeMismatch(
          "not-an-integer-index", call.name() + ": an index is an integer, not " + arg);
    }
    return new IndexSpec.At(call.integer(arg));
  }

  private static Object part(Index index) {
    switch (index.kind()) {
      case AT:
        return new IndexSpec.At(position(index.from()));
      case RANGE:
        return new IndexSpec.Range(index.from(), index.to(), index.step());
      case NEW_AXIS:
        return new IndexSpec.NewAxis();
      case ELLIPSIS:
        return new IndexSpec.Ellipsis();
    }
    throw new AssertionError(index.kind());
  }

  private static Integer position(@Nullable Integer position) {
    if (position == null) {
      throw new IllegalArgumentException("a position without a number");
    }
    return position;
  }

  private static Node integers(Call call, Node index) {
    if (!index.tensor().dtype().isInteger()) {
      throw new TypeMismatch(
          "not-an-integer-index",
          call.name()
              + ": an index is an integer, not "
              + index.tensor()
              + "; choose by truth values with where");
    }
    return index;
  }

  /** An index of literals as NumPy writes it, such as {@code ":, 1:-1"}. */
  private static List<Object> parse(String text) {
    List<Object> parts = new ArrayList<>();
    for (String piece : text.split(",", -1)) {
      parts.add(parsePart(piece.trim(), text));
    }
    return parts;
  }

  private static IndexSpec parsePart(String part, String text) {
    if (part.equals("...")) {
      return new IndexSpec.Ellipsis();
    }
    if (part.equals("newaxis") || part.equals("None")) {
      return new IndexSpec.NewAxis();
    }
    String[] numbers = part.split(":", -1);
    Integer first = number(numbers[0], part, text);
    if (numbers.length > 3 || (numbers.length == 1 && first == null)) {
      throw malformed(part, text);
    }
    if (numbers.length == 1) {
      return new IndexSpec.At(position(first));
    }
    Integer step = numbers.length < 3 ? null : number(numbers[2], part, text);
    return new IndexSpec.Range(first, number(numbers[1], part, text), step == null ? 1 : step);
  }

  private static @Nullable Integer number(String digits, String part, String text) {
    String trimmed = digits.trim();
    try {
      return trimmed.isEmpty() ? null : Integer.valueOf(trimmed);
    } catch (NumberFormatException e) {
      throw malformed(part, text);
    }
  }

  private static TypeMismatch malformed(String part, String text) {
    return new TypeMismatch(
        "malformed-index",
        "\"" + part + "\" in the index \"" + text + "\" is no integer, range, newaxis or \"...\"");
  }

  /** Replaces the ellipsis, or what is left out at the end, by whole axes. */
  private static List<Object> complete(Call call, List<Object> given, Shape shape) {
    long taken = given.stream().filter(IndexParts::takesAxis).count();
    long missing = shape.rank() - taken;
    if (missing < 0) {
      throw new TypeMismatch(
          "rank-mismatch",
          call.name()
              + " with "
              + taken
              + " indices, but "
              + shape
              + " has "
              + shape.rank()
              + " axes");
    }
    long ellipses = given.stream().filter(part -> part instanceof IndexSpec.Ellipsis).count();
    if (ellipses > 1) {
      throw new TypeMismatch("malformed-index", "an index has at most one ellipsis");
    }
    List<Object> whole = new ArrayList<>();
    for (int i = 0; i < missing; i++) {
      whole.add(new IndexSpec.All());
    }
    List<Object> complete = new ArrayList<>();
    for (Object part : given) {
      if (part instanceof IndexSpec.Ellipsis) {
        complete.addAll(whole);
      } else {
        complete.add(part);
      }
    }
    if (ellipses == 0) {
      complete.addAll(whole);
    }
    return complete;
  }

  private static boolean takesAxis(Object part) {
    return !(part instanceof IndexSpec.NewAxis) && !(part instanceof IndexSpec.Ellipsis);
  }
}

package org.croton.processor.frontend.body;

import java.util.List;
import org.croton.DType;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.surface.IndexSpec;
import org.croton.processor.surface.KeepAxes;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** The functions that describe parts of an index, and axes that stay. */
final class SpecCalls {
  private static final String INDEX = "org.croton.Index";

  private final Reading reading;

  SpecCalls(Reading reading) {
    this.reading = reading;
  }

  /** The call's value, or null if it is none of these. */
  @Nullable Value call(String name, List<Value> arguments) {
    if (name.equals("range") && arguments.size() == 2) {
      IndexSpec window = window(arguments.get(0), arguments.get(1));
      if (window != null) {
        return index(window);
      }
    }
    List<Object> args =
        arguments.stream()
            .map(argument -> isPart(name) ? reading.tensorCalls.argument(argument, name) : argument)
            .toList();
    return switch (name) {
      case "at" -> index(new IndexSpec.At(args.get(0)));
      case "range" -> index(new IndexSpec.Range(args.get(0), args.get(1), step(args)));
      case "from" -> index(new IndexSpec.Range(args.get(0), null, 1));
      case "newAxis" -> index(new IndexSpec.NewAxis());
      case "ellipsis" -> index(new IndexSpec.Ellipsis());
      case "keep" -> new Value.Spec(new KeepAxes((List<?>) args.get(0)), "org.croton.Axes");
      case "all" -> args.isEmpty() ? index(new IndexSpec.All()) : null;
      default -> null;
    };
  }

  /** A range between numbers of the run whose distance is a formula, or null. */
  @Nullable IndexSpec window(Value from, Value to) {
    Sizes sizes = reading.arithmetic.sizes();
    boolean whole = isWhole(from) && isWhole(to);
    if (!whole || (sizes.dim(from) != null && sizes.dim(to) != null)) {
      return null;
    }
    Dim distance = sizes.distance(from, to);
    return distance == null
        ? null
        : new IndexSpec.Window(reading.conversions.node(from, DType.I64), distance);
  }

  private static boolean isWhole(Value value) {
    JavaKind kind = ValueTypes.kind(value);
    return kind != null && kind.isIntegral();
  }

  private static int step(List<Object> range) {
    if (range.size() < 3) {
      return 1;
    }
    if (range.get(2) instanceof Integer step) {
      return step;
    }
    throw new TypeMismatch("not-a-constant", "range needs a step that the build knows");
  }

  private static boolean isPart(String name) {
    return switch (name) {
      case "at", "range", "from", "keep" -> true;
      default -> false;
    };
  }

  private static Value index(IndexSpec spec) {
    return new Value.Spec(spec, INDEX);
  }
}

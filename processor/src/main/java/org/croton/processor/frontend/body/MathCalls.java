package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Cast.cast;

import com.sun.source.tree.ExpressionTree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.names.Members;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * Functions on Java's numbers: those of {@code Math} and the number overloads of {@code Ops}. With
 * known arguments the function itself is called, in the compiler.
 */
final class MathCalls {
  /** Names of {@code Math} that the graph spells differently. */
  private static final Map<String, String> SPELLING =
      Map.of("max", "maximum", "min", "minimum", "signum", "sign");

  private static final Map<Class<?>, Class<?>> PRIMITIVES =
      Map.of(
          Boolean.class, boolean.class,
          Byte.class, byte.class,
          Short.class, short.class,
          Character.class, char.class,
          Integer.class, int.class,
          Long.class, long.class,
          Float.class, float.class,
          Double.class, double.class);

  private final Reading reading;

  MathCalls(Reading reading) {
    this.reading = reading;
  }

  Value call(
      String name,
      ExecutableElement method,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    if (name.equals("random")) {
      throw reading.mistake(
          Code.UNSUPPORTED_CALL,
          tree,
          frame,
          "Math.random is not available in a compiled method: hand the random numbers in");
    }
    List<Value> converted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      converted.add(reading.conversions.assign(arguments.get(i), type, reading.span(tree, frame)));
    }
    boolean known = converted.stream().allMatch(value -> value instanceof Value.Known);
    return known
        ? constant(name, method, converted, tree, frame)
        : run(name, method, converted, tree, frame);
  }

  /** Calls the function itself. */
  Value constant(
      String name,
      ExecutableElement method,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    Object[] values = arguments.stream().map(value -> ((Value.Known) value).value()).toArray();
    Class<?>[] types = new Class<?>[values.length];
    for (int i = 0; i < values.length; i++) {
      types[i] = PRIMITIVES.get(values[i].getClass());
    }
    TypeElement owner = Members.owner(method);
    try {
      // Ops inherits its functions: called through it, they are accessible.
      boolean ours = TensorCalls.isOurs(owner);
      Class<?> type = Class.forName(ours ? "org.croton.Ops" : owner.getQualifiedName().toString());
      Method function = type.getMethod(name, types);
      return ExpressionReader.constant(function.invoke(null, values));
    } catch (InvocationTargetException e) {
      throw reading.mistake(Code.BUILD_TIME_EXCEPTION, tree, frame, String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Value run(
      String name,
      ExecutableElement method,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    JavaKind result = JavaKind.of(method.getReturnType().getKind());
    Value formula = result == JavaKind.INT ? sizes(name, arguments) : null;
    if (formula != null) {
      return formula;
    }
    List<Object> nodes = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      JavaKind kind = JavaKind.of(method.getParameters().get(i).asType().getKind());
      if (kind == null) {
        throw new IllegalStateException(method.toString());
      }
      nodes.add(reading.conversions.node(arguments.get(i), kind));
    }
    Value special = composed(name, nodes);
    if (special != null) {
      return special;
    }
    String spelt = SPELLING.getOrDefault(name, name);
    if (result == null || !reading.surface.names().contains(spelt)) {
      throw reading.mistake(
          Code.UNSUPPORTED_CALL,
          tree,
          frame,
          name
              + " is not available on numbers that only the run knows"
              + DidYouMean.suggest(name, reading.surface.names()));
    }
    Node node = reading.tensorCalls.surface(spelt, nodes);
    return new Value.Scalar(
        result, reading.conversions.node(new Value.Scalar(result, node), result));
  }

  /** Functions that the graph has no name for, or another meaning. */
  private @Nullable Value composed(String name, List<Object> nodes) {
    Object x = nodes.get(0);
    return switch (name) {
      case "toRadians" -> composed(JavaKind.DOUBLE, "mul", x, Math.PI / 180);
      case "toDegrees" -> composed(JavaKind.DOUBLE, "mul", x, 180 / Math.PI);
      case "round" -> round((Node) x);
      case "multiplyFull" ->
          composed(
              JavaKind.LONG,
              "mul",
              cast((Node) x, DType.I64),
              cast((Node) nodes.get(1), DType.I64));
      default -> null;
    };
  }

  private Value composed(JavaKind kind, String name, Object... arguments) {
    return new Value.Scalar(kind, reading.tensorCalls.surface(name, List.of(arguments)));
  }

  /** Halves go up, as in Java; NumPy's function of this name takes them to the even neighbour. */
  private Value round(Node x) {
    Node below = reading.tensorCalls.surface("floor", List.of(x));
    Node rest = reading.tensorCalls.surface("sub", List.of(x, below));
    Node up = reading.tensorCalls.surface("ge", List.of(rest, 0.5));
    Node above = reading.tensorCalls.surface("add", List.of(below, 1));
    Node rounded = reading.tensorCalls.surface("where", List.of(up, above, below));
    boolean wide = x.tensor().dtype() == DType.F64;
    return new Value.Scalar(
        wide ? JavaKind.LONG : JavaKind.INT, cast(rounded, wide ? DType.I64 : DType.I32));
  }

  /** The larger or smaller of two sizes is a size. */
  private static @Nullable Value sizes(String name, List<Value> arguments) {
    if (arguments.size() != 2
        || !(name.equals("max") || name.equals("min"))
        || arguments.stream().anyMatch(value -> value instanceof Value.Scalar)) {
      return null;
    }
    Dim a = dim(arguments.get(0));
    Dim b = dim(arguments.get(1));
    return Sizes.value(name.equals("max") ? a.max(b) : a.min(b));
  }

  private static Dim dim(Value value) {
    return value instanceof Value.Size size
        ? size.dim()
        : Dim.of((Integer) ((Value.Known) value).value());
  }
}

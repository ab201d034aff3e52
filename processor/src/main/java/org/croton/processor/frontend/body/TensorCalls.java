package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Cast.cast;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.signature.Declarations;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.surface.IndexSpec;
import org.croton.processor.surface.Weak;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** Calls of {@code Tensor} and {@code Ops}: arguments and results as the surface takes them. */
final class TensorCalls {
  /** Functions whose integers are positions, which may differ in every run. */
  private static final Set<String> POSITIONS = Set.of("get", "set", "inc", "at", "gather");

  private final Reading reading;
  private final MapCalls maps;
  private final GroupCalls groups;
  private final SpecCalls specs;
  private final MathCalls math;

  TensorCalls(Reading reading) {
    this.reading = reading;
    this.maps = new MapCalls(reading);
    this.groups = new GroupCalls(reading, this);
    this.specs = new SpecCalls(reading);
    this.math = new MathCalls(reading);
  }

  MathCalls math() {
    return math;
  }

  /** Whether a class is {@code Tensor}, {@code Ops} or one of those that these are made of. */
  static boolean isOurs(TypeElement owner) {
    String name = owner.getQualifiedName().toString();
    return name.startsWith("org.croton.")
        && name.indexOf('.', "org.croton.".length()) < 0
        && !name.equals("org.croton.DType");
  }

  Value call(
      ExecutableElement method,
      @Nullable Value receiver,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    String name = method.getSimpleName().toString();
    if (receiver == null && isNumeric(method)) {
      return math.call(name, method, arguments, tree, frame);
    }
    Value special = maps.call(name, arguments, tree, frame);
    if (special == null) {
      special = groups.call(name, arguments, tree, frame);
    }
    if (special == null && receiver == null) {
      special = specs.call(name, arguments);
    }
    return special != null ? special : operation(method, receiver, arguments, tree, frame);
  }

  /** Whether a static function is one on Java's numbers. */
  private static boolean isNumeric(ExecutableElement method) {
    return method.getReturnType().getKind().isPrimitive()
        && method.getParameters().stream()
            .allMatch(parameter -> parameter.asType().getKind().isPrimitive());
  }

  private Value operation(
      ExecutableElement method,
      @Nullable Value receiver,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    String name = method.getSimpleName().toString();
    Value size = receiver == null ? null : namedSize(name, receiver, arguments);
    if (size != null) {
      return size;
    }
    if (!reading.surface.names().contains(name)) {
      throw reading.mistake(
          Code.UNSUPPORTED_CALL,
          tree,
          frame,
          (receiver == null ? "" : "Tensor.") + name + " is not available in a compiled method");
    }
    List<Object> args = new ArrayList<>();
    if (receiver != null) {
      args.add(argument(receiver, name));
    }
    IndexSpec window =
        name.equals("slice") && arguments.size() == 3
            ? specs.window(arguments.get(1), arguments.get(2))
            : null;
    if (window != null) {
      args.add(argument(arguments.get(0), name));
      args.add(window);
    } else {
      arguments.forEach(argument -> args.add(argument(argument, name)));
    }
    try {
      Object made = reading.surface.call(reading.builder(), name, args);
      reading.notePartial(made, args, reading.span(tree, frame));
      return result(made, method);
    } catch (TypeMismatch mismatch) {
      unify(mismatch);
      throw reading.mistake(
          Code.byId(mismatch.id()), place(mismatch, tree), frame, mismatch.text());
    }
  }

  /** {@code x.dim("n")} where a formula with n is a dim of x; else null. */
  private @Nullable Value namedSize(String function, Value receiver, List<Value> arguments) {
    if (!function.equals("dim")
        || !(receiver instanceof Value.Tensor tensor)
        || !(arguments.get(0) instanceof Value.Text text)) {
      return null;
    }
    List<Dim> dims = tensor.node().tensor().shape().dims();
    boolean plain = dims.stream().anyMatch(dim -> dim.toString().equals(text.text()));
    boolean inside = dims.stream().anyMatch(dim -> dim.names().contains(text.text()));
    Dim known = inside && !plain ? reading.knownDim(text.text()) : null;
    return known == null ? null : Sizes.value(known);
  }

  /** The text of an argument, with names of dims replaced by what they are known to be. */
  private String known(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String name = part.trim();
      Dim known = reading.inputs.scope().knows(name) ? reading.knownDim(name) : null;
      parts.add(known == null || known.isName() ? part : known.toString());
    }
    return String.join(",", parts);
  }

  /** A derivative of something that it does not depend on is a mistake in the variable's place. */
  private static ExpressionTree place(TypeMismatch mismatch, ExpressionTree tree) {
    boolean variable =
        (mismatch.id().equals("disconnected") || mismatch.id().equals("discrete-path"))
            && tree instanceof MethodInvocationTree call
            && call.getArguments().size() == 2;
    return variable ? ((MethodInvocationTree) tree).getArguments().get(1) : tree;
  }

  /** Sizes that no signature relates may be what the call needs them to be. */
  private void unify(TypeMismatch mismatch) {
    Dim left = mismatch.left();
    Dim right = mismatch.right();
    if (left != null && right != null) {
      reading.unifier.unify(left, right);
    }
  }

  /** A value as the surface takes it. */
  Object argument(Value value, String function) {
    if (value instanceof Value.Tensor tensor) {
      return tensor.node();
    }
    if (value instanceof Value.Known known) {
      return known.value();
    }
    if (value instanceof Value.Size size) {
      return size.dim();
    }
    if (value instanceof Value.Scalar scalar) {
      return number(scalar, function);
    }
    if (value instanceof Value.Text text) {
      return known(text.text());
    }
    if (value instanceof Value.Spec spec) {
      return spec.spec();
    }
    if (value instanceof Value.EnumConstant constant) {
      return DType.valueOf(constant.element().getSimpleName().toString());
    }
    if (value instanceof SequenceValue sequence) {
      return reading.arrays.items(sequence).stream().map(item -> argument(item, function)).toList();
    }
    if (value instanceof ArrayValue array) {
      return array(array, function);
    }
    throw new TypeMismatch(
        "bad-argument",
        function + " cannot take " + reading.source.valueTypes().describe(value) + " here");
  }

  private Object number(Value.Scalar scalar, String function) {
    if (scalar.kind().isIntegral()) {
      if (POSITIONS.contains(function)) {
        return scalar.node();
      }
      Dim dim = reading.arithmetic.sizes().dim(scalar);
      if (dim != null) {
        return dim;
      }
    }
    return new Weak(scalar.node());
  }

  private Object array(ArrayValue array, String function) {
    if (array.prefix().isEmpty() && reading.read(array.content()) instanceof Value.Items items) {
      return items.values().stream().map(item -> argument(item, function)).toList();
    }
    return reading.arrays.contents().node(array);
  }

  private Value result(Object result, ExecutableElement method) {
    TypeMirror type = reading.source.language().types().erasure(method.getReturnType());
    JavaKind kind = JavaKind.of(type.getKind());
    if (result instanceof Node node) {
      return node(made(node, method), kind, type);
    }
    if (result instanceof Dim dim) {
      return Sizes.value(dim);
    }
    if (result instanceof DType dtype) {
      return constant(dtype);
    }
    if (result instanceof List<?> list) {
      return list(list, type);
    }
    return ExpressionReader.constant(result);
  }

  /** A tensor made of Java numbers has their type, also of sizes; bytes are unsigned in tensors. */
  private static Node made(Node node, ExecutableElement method) {
    Name name = method.getSimpleName();
    if (!name.contentEquals("of") && !name.contentEquals("scalar")) {
      return node;
    }
    TypeMirror type = method.getParameters().get(0).asType();
    JavaKind elements = Declarations.elementKind(type);
    JavaKind kind = elements != null ? elements : JavaKind.of(type.getKind());
    return kind == null ? node : cast(node, kind == JavaKind.BYTE ? DType.U8 : kind.dtype());
  }

  private Value node(Node node, @Nullable JavaKind kind, TypeMirror type) {
    if (kind != null) {
      return new Value.Scalar(kind, reading.conversions.node(new Value.Scalar(kind, node), kind));
    }
    JavaKind element = Declarations.elementKind(type);
    return element == null
        ? new Value.Tensor(node)
        : reading.arrays.contents().of(element, reading.conversions.cast(node, element));
  }

  private Value constant(DType dtype) {
    return new Value.EnumConstant(
        Objects.requireNonNull(
            reading
                .source
                .members()
                .field(reading.source.language().type("org.croton.DType"), dtype.name())));
  }

  /** Tensors, or the sizes of a shape. */
  private Value list(List<?> list, TypeMirror type) {
    List<Value> items = new ArrayList<>();
    for (Object item : list) {
      items.add(item instanceof Node node ? new Value.Tensor(node) : Sizes.value((Dim) item));
    }
    Value.Items content = new Value.Items(items);
    return Declarations.elementKind(type) == JavaKind.INT
        ? new ArrayValue(JavaKind.INT, 1, reading.store.make("shape", content))
        : new SequenceValue(type, reading.store.make("tensors", content), true);
  }

  /** A call of the surface with nodes, which gives a tensor. */
  Node surface(String name, List<Object> args) {
    return (Node) reading.surface.call(reading.builder(), name, args);
  }
}

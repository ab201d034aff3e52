package org.croton.processor.frontend.body;

import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Concat.concat;
import static org.croton.processor.ops.movement.Reshape.reshape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.croton.processor.frontend.body.DerivativeVariables.Wrt;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/**
 * What one derivative annotation adds to a method's value, and the parameters that it takes for
 * that besides the method's own: tangents and cotangents.
 */
final class Derivation {
  /** A component of the generated record. */
  record Part(String name, Value value, TypeMirror type) {}

  private final Reading reading;
  private final KernelMethod kernel;
  private final GroupCalls groups;
  private final Value value;
  private final List<Wrt> wrt;
  private final boolean zero;
  private final Span span;
  private final List<KernelInput> inputs;

  /**
   * @param zero whether variables without influence have zeros as derivatives
   * @param span the annotation
   */
  Derivation(
      Reading reading,
      KernelMethod kernel,
      GroupCalls groups,
      Value value,
      List<Wrt> wrt,
      boolean zero,
      Span span) {
    this.reading = reading;
    this.kernel = kernel;
    this.groups = groups;
    this.value = value;
    this.wrt = wrt;
    this.zero = zero;
    this.span = span;
    this.inputs = new ArrayList<>(kernel.inputs());
  }

  /** The inputs of the generated method; complete once the parts are made. */
  List<KernelInput> inputs() {
    return inputs;
  }

  /** The components after {@code value}. Throws {@link Mistake}. */
  List<Part> parts(String kind) {
    switch (kind) {
      case "Gradient":
        return gradient(cost());
      case "Jacobian":
        return jacobian();
      case "Hessian":
        return hessian();
      case "Jvp":
        return jvp();
      case "Vjp":
        return vjp();
      case "Hvp":
        return hvp();
      default:
        throw new IllegalArgumentException(kind);
    }
  }

  /**
   * A derivative by each variable.
   *
   * @param arguments of the surface's function {@code name}, for a variable or a list of them
   */
  private List<Part> perVariable(String name, Function<Object, List<Object>> arguments) {
    Map<Node, Node> made = together(name, arguments);
    List<Part> parts = new ArrayList<>();
    for (Wrt variable : wrt) {
      Value change = groups.map(variable.value(), node -> made.getOrDefault(node, node));
      parts.add(new Part(variable.name(), change, variable.type()));
    }
    return parts;
  }

  /** All in one sweep, which they share; mistakes are found one by one, to name the variable. */
  private Map<Node, Node> together(String name, Function<Object, List<Object>> arguments) {
    Map<Node, Node> made = new LinkedHashMap<>();
    wrt.forEach(variable -> groups.nodes(variable.value()).forEach(node -> made.put(node, node)));
    try {
      sweep(name, arguments, List.copyOf(made.keySet()), made);
    } catch (TypeMismatch mismatch) {
      List<Node> connected = new ArrayList<>();
      for (Wrt variable : wrt) {
        for (Node node : groups.nodes(variable.value())) {
          if (reaches(name, arguments.apply(node), variable)) {
            connected.add(node);
          } else {
            made.put(node, zeros(node, List.of()));
          }
        }
      }
      sweep(name, arguments, connected, made);
    }
    return made;
  }

  private void sweep(
      String name, Function<Object, List<Object>> arguments, List<Node> nodes, Map<Node, Node> to) {
    if (!nodes.isEmpty()) {
      List<?> derivatives =
          (List<?>) reading.surface.call(reading.builder(), name, arguments.apply(nodes));
      for (int i = 0; i < nodes.size(); i++) {
        to.put(nodes.get(i), (Node) derivatives.get(i));
      }
    }
  }

  /** Whether the result depends on a variable; if it must but does not, that is a mistake. */
  private boolean reaches(String name, List<Object> arguments, Wrt variable) {
    try {
      reading.surface.call(reading.builder(), name, arguments);
      return true;
    } catch (TypeMismatch mismatch) {
      if (zero && isNothing(mismatch)) {
        return false;
      }
      throw mistake(mismatch, variable);
    }
  }

  private List<Part> jacobian() {
    Node y = floating("has a Jacobian");
    List<Part> parts = new ArrayList<>();
    for (Wrt variable : wrt) {
      Node x = single(variable, "Jacobian");
      List<Dim> dims = new ArrayList<>(y.tensor().shape().dims());
      dims.addAll(x.tensor().shape().dims());
      Node made = named(variable, () -> derivative("jacobian", List.of(y, x), x, dims));
      parts.add(dressed(variable.name(), made, isTensor(value) || isTensor(variable.value())));
    }
    return parts;
  }

  private List<Part> gradient(Node cost) {
    return perVariable("grad", x -> List.of(cost, x));
  }

  private List<Part> hessian() {
    Node cost = cost();
    List<Object> all = new ArrayList<>();
    boolean tensor = false;
    for (Wrt variable : wrt) {
      all.add(single(variable, "Hessian"));
      tensor |= isTensor(variable.value());
    }
    List<Node> gradients = new ArrayList<>();
    together("grad", x -> List.of(cost, x))
        .forEach(
            (x, gradient) ->
                gradients.add(reshape(gradient, new Shape(List.of(x.tensor().shape().size())))));
    Node flat = gradients.size() == 1 ? gradients.get(0) : concat(gradients, 0);
    Node matrix = (Node) call("hessian", List.of(cost, all));
    return List.of(dressed("gradient", flat, tensor), dressed("matrix", matrix, tensor));
  }

  private List<Part> jvp() {
    Node y = floating("has a derivative along a direction");
    List<Object> variables = new ArrayList<>();
    List<Object> tangents = new ArrayList<>();
    for (Wrt variable : wrt) {
      Node x = single(variable, "Jvp");
      variables.add(x);
      tangents.add(input(variable.name() + "Tangent", x, variable.value(), variable.type()));
    }
    List<?> made = (List<?>) call("jvp", List.of(List.of(y), variables, tangents));
    return List.of(like(value, "tangent", (Node) made.get(0)));
  }

  private List<Part> vjp() {
    Node y = floating("has a product with a cotangent");
    Node cotangent = input("cotangent", y, value, like(value, "cotangent", y).type());
    return perVariable("vjp", x -> List.of(y, x, cotangent));
  }

  private List<Part> hvp() {
    Node cost = cost();
    List<Part> parts = new ArrayList<>(gradient(cost));
    List<Object> variables = new ArrayList<>();
    List<Object> tangents = new ArrayList<>();
    for (Wrt variable : wrt) {
      Node x = single(variable, "Hvp");
      variables.add(x);
      tangents.add(input(variable.name() + "Tangent", x, variable.value(), variable.type()));
    }
    List<?> products = (List<?>) call("hvp", List.of(cost, variables, tangents));
    for (int i = 0; i < wrt.size(); i++) {
      String name = wrt.get(i).name() + "Tangent";
      parts.add(like(wrt.get(i).value(), name, (Node) products.get(i)));
    }
    return parts;
  }

  /** A parameter that the generated method has besides the user's. */
  private Node input(String name, Node like, Value form, TypeMirror type) {
    boolean taken = kernel.inputs().stream().anyMatch(known -> known.root().equals(name));
    if (taken) {
      throw Mistake.of(Code.NAME_CLASH, span, "the parameter " + name);
    }
    Parameter node = reading.builder().parameter(0, inputs.size(), like.type());
    Dress dress =
        form instanceof Value.Tensor
            ? Dress.TENSOR
            : form instanceof ArrayValue ? Dress.JAVA_ARRAY : Dress.PRIMITIVE;
    String javaType = reading.source.valueTypes().qualified(type);
    inputs.add(new KernelInput(node, name, false, List.of(), like.tensor(), dress, javaType));
    return node;
  }

  /** The scalar that has a gradient. */
  private Node cost() {
    List<Node> nodes = groups.nodes(value);
    if (nodes.size() != 1 || isGroup(value) || !nodes.get(0).tensor().isScalar()) {
      throw Mistake.of(
          Code.NOT_A_SCALAR, span, described() + ", but only a floating scalar has a gradient");
    }
    return nodes.get(0);
  }

  private Node floating(String what) {
    List<Node> nodes = groups.nodes(value);
    if (nodes.size() != 1 || isGroup(value)) {
      throw Mistake.of(
          Code.NOT_DIFFERENTIABLE,
          span,
          described() + ", but only a floating number or array " + what);
    }
    return nodes.get(0);
  }

  private String described() {
    List<Node> nodes = groups.nodes(value);
    boolean one = nodes.size() == 1 && !isGroup(value);
    return "the result of "
        + kernel.name()
        + " is "
        + (one
            ? nodes.get(0).type().toString()
            : "of type " + reading.source.valueTypes().describe(value));
  }

  private static boolean isGroup(Value value) {
    return !(value instanceof Value.Scalar
        || value instanceof Value.Tensor
        || value instanceof ArrayValue);
  }

  private static boolean isTensor(Value value) {
    return value instanceof Value.Tensor;
  }

  /** The one array that a variable is. */
  private Node single(Wrt variable, String kind) {
    if (isGroup(variable.value())) {
      throw Mistake.of(
          Code.DERIVATIVE_UNSUPPORTED,
          span,
          kind,
          variable.name() + ", which is a group of values; name arrays or numbers in wrt");
    }
    return groups.nodes(variable.value()).get(0);
  }

  private Part like(Value form, String name, Node node) {
    return dressed(name, node, isTensor(form));
  }

  /** A value as Java has it: a tensor, or a number or array of numbers. */
  private Part dressed(String name, Node node, boolean tensor) {
    if (tensor) {
      TypeMirror type = reading.source.language().mirror("org.croton.Tensor");
      return new Part(name, new Value.Tensor(node), type);
    }
    JavaKind kind = JavaKind.of(node.tensor().dtype());
    Types types = reading.source.language().types();
    TypeMirror type = types.getPrimitiveType(kind.type());
    for (int axis = 0; axis < node.tensor().rank(); axis++) {
      type = types.getArrayType(type);
    }
    return node.tensor().isScalar()
        ? new Part(name, new Value.Scalar(kind, node), type)
        : new Part(name, reading.arrays.contents().of(kind, node), type);
  }

  @FunctionalInterface
  private interface Derivative {
    Node make();
  }

  private Node named(Wrt variable, Derivative derivative) {
    try {
      return derivative.make();
    } catch (TypeMismatch mismatch) {
      throw mistake(mismatch, variable);
    }
  }

  private Mistake mistake(TypeMismatch mismatch, Wrt variable) {
    if (!isNothing(mismatch)) {
      return mistake(mismatch);
    }
    Code code = Code.byId(mismatch.id());
    return Mistake.of(
        code,
        span,
        (code == Code.DISCONNECTED
                ? "the result does not depend on " + variable.name()
                : "every way from "
                    + variable.name()
                    + " to the result leads through whole numbers, comparisons or stopGradient")
            + "; leave it out of wrt, or say disconnected = Disconnected.ZERO");
  }

  /** Whether there is no derivative. */
  private static boolean isNothing(TypeMismatch mismatch) {
    return mismatch.id().equals("disconnected") || mismatch.id().equals("discrete-path");
  }

  private Mistake mistake(TypeMismatch mismatch) {
    return Mistake.of(Code.byId(mismatch.id()), span, mismatch.text());
  }

  /** A derivative by {@code x}; zeros where there is none, if that is allowed. */
  private Node derivative(String name, List<Object> args, Node x, List<Dim> dims) {
    try {
      return reading.tensorCalls.surface(name, args);
    } catch (TypeMismatch mismatch) {
      if (!zero || !isNothing(mismatch)) {
        throw mismatch;
      }
      return zeros(x, dims);
    }
  }

  private Node zeros(Node x, List<Dim> dims) {
    Node nothing = reading.builder().constant(x.tensor().dtype(), 0.0);
    return broadcastTo(nothing, dims.isEmpty() ? x.tensor().shape() : new Shape(dims));
  }

  private Object call(String name, List<Object> args) {
    try {
      return reading.surface.call(reading.builder(), name, args);
    } catch (TypeMismatch mismatch) {
      throw mistake(mismatch);
    }
  }
}

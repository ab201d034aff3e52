package org.croton.processor.frontend.body;

import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.frontend.signature.Outputs;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** Makes the methods that derivative annotations ask for, over the graph of the method itself. */
final class DerivativeMethods {
  private static final List<String> UNSUPPORTED =
      List.of("Jacobian", "Hessian", "Jvp", "Vjp", "Hvp");

  private final Reading reading;
  private final KernelMethod kernel;
  private final Span returned;
  private final GroupCalls groups;

  /**
   * @param returned what the method returns, for mistakes
   */
  DerivativeMethods(Reading reading, KernelMethod kernel, Span returned) {
    this.reading = reading;
    this.kernel = kernel;
    this.returned = returned;
    this.groups = new GroupCalls(reading, reading.tensorCalls);
  }

  /** The methods for a result in terms of the parameters. Throws {@link Mistake}. */
  List<KernelMethod> read(
      Value result, Map<String, Value> parameters, @Nullable InstanceValue self) {
    ExecutableElement method = kernel.element();
    for (String name : UNSUPPORTED) {
      AnnotationMirror annotation = Marks.find(method, name);
      if (annotation != null) {
        throw Mistake.of(
            Code.DERIVATIVE_UNSUPPORTED, reading.source.positions().of(method, annotation), name);
      }
    }
    AnnotationMirror gradient = Marks.find(method, "Gradient");
    return gradient == null ? List.of() : List.of(gradient(gradient, result, parameters, self));
  }

  private record Wrt(String name, Value value, TypeMirror type) {}

  private KernelMethod gradient(
      AnnotationMirror annotation,
      Value result,
      Map<String, Value> parameters,
      @Nullable InstanceValue self) {
    Span span = reading.source.positions().of(kernel.element(), annotation);
    Value value = component(annotation, result, span);
    Node cost = cost(value, annotation, span);
    List<Wrt> wrt = wrt(annotation, parameters, self, span);
    boolean zero = Marks.is(annotation, "disconnected", "ZERO");
    String given = Marks.text(annotation, "name");
    String name = given.isEmpty() ? kernel.name() + "Gradient" : given;
    Outputs outputs = new Outputs(reading.source);
    ResultReader results = new ResultReader(reading, outputs, returned);
    List<KernelResult.Component> components = new ArrayList<>();
    components.add(new KernelResult.Component("value", ofValue(results, value, annotation)));
    Map<Node, Node> gradients = gradients(cost, wrt, zero, span);
    for (Wrt variable : wrt) {
      Value change = groups.map(variable.value(), node -> known(gradients, node));
      components.add(
          new KernelResult.Component(
              variable.name(), part(results, variable.name(), change, variable.type())));
    }
    String record = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return new KernelMethod(
        kernel.element(),
        name,
        false,
        kernel.inputs(),
        new KernelResult.Record(null, record, components),
        List.of(),
        kernel.where(),
        MethodReader.graph(reading, kernel.inputs(), outputs),
        reading.spans,
        kernel.javaTarget());
  }

  private KernelResult ofValue(ResultReader results, Value value, AnnotationMirror annotation) {
    TypeMirror own = reading.source.valueTypes().type(value);
    boolean whole = Marks.text(annotation, "of").isEmpty();
    TypeMirror type = whole || own == null ? kernel.element().getReturnType() : own;
    return part(results, "value", value, type);
  }

  /** A part of the result, whose form is its own: no annotation declares it. */
  private KernelResult part(ResultReader results, String name, Value value, TypeMirror type) {
    TypeElement nothing = reading.source.language().type("java.lang.Object");
    return results.read(name, value, type, nothing, new LinkedHashMap<>());
  }

  private static Node known(Map<Node, Node> gradients, Node node) {
    Node gradient = gradients.get(node);
    if (gradient == null) {
      throw new IllegalStateException("no gradient for " + node);
    }
    return gradient;
  }

  /** What {@code of} names in a record result, or the result. */
  private Value component(AnnotationMirror annotation, Value result, Span span) {
    String of = Marks.text(annotation, "of");
    if (of.isEmpty()) {
      return result;
    }
    Value component = result instanceof RecordValue record ? record.component(of) : null;
    if (component == null) {
      String known =
          result instanceof RecordValue record ? DidYouMean.suggest(of, record.names()) : "";
      throw Mistake.of(
          Code.UNKNOWN_COMPONENT,
          span,
          "the result " + reading.source.valueTypes().describe(result),
          of,
          known);
    }
    return component;
  }

  private Node cost(Value value, AnnotationMirror annotation, Span span) {
    Node node =
        value instanceof Value.Scalar scalar
            ? scalar.node()
            : value instanceof Value.Tensor tensor ? tensor.node() : null;
    if (node == null || !node.tensor().isScalar() || !node.tensor().dtype().isFloating()) {
      String what = Marks.text(annotation, "of");
      throw Mistake.of(
          Code.NOT_A_SCALAR,
          span,
          (what.isEmpty() ? "the result of " + kernel.name() : what)
              + " is "
              + (node == null
                  ? "of type " + reading.source.valueTypes().describe(value)
                  : node.type().toString())
              + ", but only a floating scalar has a gradient");
    }
    return node;
  }

  private List<Wrt> wrt(
      AnnotationMirror annotation,
      Map<String, Value> parameters,
      @Nullable InstanceValue self,
      Span span) {
    List<String> names = Marks.texts(annotation, "wrt");
    List<Wrt> wrt = new ArrayList<>();
    if (names.isEmpty()) {
      for (VariableElement parameter : kernel.element().getParameters()) {
        String name = parameter.getSimpleName().toString();
        Value value = parameters.getOrDefault(name, Value.Missing.NULL);
        if (!groups.nodes(value).isEmpty()) {
          wrt.add(new Wrt(name, value, parameter.asType()));
        }
      }
    }
    for (String name : names) {
      wrt.add(named(name, parameters, self, span));
    }
    if (wrt.isEmpty()) {
      throw Mistake.of(Code.NOT_DIFFERENTIABLE, span, kernel.name() + " has no floating parameter");
    }
    return wrt;
  }

  private Wrt named(
      String name, Map<String, Value> parameters, @Nullable InstanceValue self, Span span) {
    Wrt found = null;
    for (VariableElement parameter : kernel.element().getParameters()) {
      Value value = parameters.get(name);
      if (parameter.getSimpleName().contentEquals(name) && value != null) {
        found = new Wrt(name, value, parameter.asType());
      }
    }
    Cell cell = self == null ? null : self.field(name);
    if (found == null && self != null && cell != null) {
      VariableElement field = reading.source.members().field(self.type(), name);
      if (field != null) {
        found = new Wrt(name, reading.store.initialValue(cell), field.asType());
      }
    }
    if (found == null) {
      TreeSet<String> known = new TreeSet<>(parameters.keySet());
      if (self != null) {
        known.addAll(self.fields().keySet());
      }
      throw Mistake.of(
          Code.UNKNOWN_PARAMETER, span, kernel.name(), name, DidYouMean.suggest(name, known));
    }
    if (groups.nodes(found.value()).isEmpty()) {
      throw Mistake.of(Code.NOT_DIFFERENTIABLE, span, name + " is not floating");
    }
    return found;
  }

  /** The gradient for each node; zeros where there is none, if that is allowed. */
  private Map<Node, Node> gradients(Node cost, List<Wrt> wrt, boolean zero, Span span) {
    Map<Node, Node> gradients = new LinkedHashMap<>();
    for (Wrt variable : wrt) {
      for (Node node : groups.nodes(variable.value())) {
        gradients.put(node, gradient(cost, node, variable.name(), zero, span));
      }
    }
    return gradients;
  }

  private Node gradient(Node cost, Node x, String name, boolean zero, Span span) {
    try {
      return reading.tensorCalls.surface("grad", List.of(cost, x));
    } catch (TypeMismatch mismatch) {
      if (mismatch.id().equals("disconnected")) {
        if (zero) {
          Node nothing = reading.builder().constant(x.tensor().dtype(), 0.0);
          return broadcastTo(nothing, x.tensor().shape());
        }
        throw Mistake.of(
            Code.DISCONNECTED,
            span,
            "the result does not depend on "
                + name
                + "; leave it out of wrt, or say disconnected = Disconnected.ZERO");
      }
      throw Mistake.of(Code.byId(mismatch.id()), span, mismatch.text());
    }
  }
}

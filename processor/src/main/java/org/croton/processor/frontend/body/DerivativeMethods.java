package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.body.DerivativeVariables.Wrt;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.frontend.signature.Outputs;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Makes the methods that derivative annotations ask for, over the graph of the method itself. */
final class DerivativeMethods {
  /** The annotations, with what they put behind the method's name. */
  private static final List<String> KINDS =
      List.of("Gradient", "Jacobian", "Hessian", "Jvp", "Vjp", "Hvp");

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
    List<KernelMethod> methods = new ArrayList<>();
    for (String kind : KINDS) {
      AnnotationMirror annotation = Marks.find(kernel.element(), kind);
      if (annotation != null) {
        methods.add(method(kind, annotation, result, parameters, self));
      }
    }
    return methods;
  }

  private KernelMethod method(
      String kind,
      AnnotationMirror annotation,
      Value result,
      Map<String, Value> parameters,
      @Nullable InstanceValue self) {
    Span span = reading.source.positions().of(kernel.element(), annotation);
    Value value = component(annotation, result, span);
    List<Wrt> wrt =
        new DerivativeVariables(reading, kernel.element(), groups)
            .wrt(annotation, parameters, self, span);
    Derivation derivation =
        new Derivation(
            reading,
            kernel,
            groups,
            value,
            wrt,
            Marks.is(annotation, "disconnected", "ZERO"),
            span);
    Outputs outputs = new Outputs(reading.source);
    ResultReader results = new ResultReader(reading, outputs, returned);
    List<KernelResult.Component> components = new ArrayList<>();
    components.add(new KernelResult.Component("value", ofValue(results, value, annotation)));
    for (Derivation.Part part : derivation.parts(kind)) {
      KernelResult read = part(results, part.name(), part.value(), part.type());
      components.add(new KernelResult.Component(part.name(), read));
    }
    String given = Marks.text(annotation, "name");
    String name = given.isEmpty() ? kernel.name() + kind : given;
    String record = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return new KernelMethod(
        kernel.element(),
        name,
        false,
        derivation.inputs(),
        new KernelResult.Record(null, record, components),
        List.of(),
        kernel.where(),
        MethodReader.graph(reading, derivation.inputs(), outputs),
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
}

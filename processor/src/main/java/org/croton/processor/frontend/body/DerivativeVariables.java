package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** The parameters and fields that a derivative annotation names, or all that are floating. */
final class DerivativeVariables {
  /** A variable by name; {@code type} is its Java type. */
  record Wrt(String name, Value value, TypeMirror type) {}

  private final Reading reading;
  private final ExecutableElement method;
  private final GroupCalls groups;

  DerivativeVariables(Reading reading, ExecutableElement method, GroupCalls groups) {
    this.reading = reading;
    this.method = method;
    this.groups = groups;
  }

  /** In the order in which they are named or declared. Throws {@link Mistake}. */
  List<Wrt> wrt(
      AnnotationMirror annotation,
      Map<String, Value> parameters,
      @Nullable InstanceValue self,
      Span span) {
    List<String> names = Marks.texts(annotation, "wrt");
    List<Wrt> wrt = new ArrayList<>();
    if (names.isEmpty()) {
      for (VariableElement parameter : method.getParameters()) {
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
      throw Mistake.of(
          Code.NOT_DIFFERENTIABLE, span, method.getSimpleName() + " has no floating parameter");
    }
    return wrt;
  }

  private Wrt named(
      String name, Map<String, Value> parameters, @Nullable InstanceValue self, Span span) {
    Wrt found = null;
    for (VariableElement parameter : method.getParameters()) {
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
          Code.UNKNOWN_PARAMETER,
          span,
          method.getSimpleName(),
          name,
          DidYouMean.suggest(name, known));
    }
    if (groups.nodes(found.value()).isEmpty()) {
      throw Mistake.of(Code.NOT_DIFFERENTIABLE, span, name + " is not floating");
    }
    return found;
  }
}

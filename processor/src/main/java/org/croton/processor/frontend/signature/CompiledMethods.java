package org.croton.processor.frontend.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Finds the compiled methods of a class and says which cannot be compiled. */
public final class CompiledMethods {
  private static final List<String> BESIDE_COMPILED =
      List.of("Gradient", "Jacobian", "Hessian", "Jvp", "Vjp", "Hvp", "Checkpoint");

  private final Source source;

  public CompiledMethods(Source source) {
    this.source = source;
  }

  /** Own compiled methods in source order, then inherited ones that the class does not override. */
  public List<ExecutableElement> of(TypeElement type) {
    List<ExecutableElement> found = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (Marks.find(method, "Compiled") != null) {
        found.add(method);
      } else {
        checkLonely(method);
      }
    }
    if (isExtendable(type) && !type.getModifiers().contains(Modifier.ABSTRACT)) {
      ElementFilter.methodsIn(source.language().elements().getAllMembers(type)).stream()
          .filter(method -> !type.equals(method.getEnclosingElement()))
          .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
          .filter(method -> Marks.find(method, "Compiled") != null)
          .forEach(found::add);
    }
    return found;
  }

  private void checkLonely(ExecutableElement method) {
    for (String name : BESIDE_COMPILED) {
      AnnotationMirror annotation = Marks.find(method, name);
      if (annotation != null) {
        report(
            Code.ANNOTATION_WITHOUT_COMPILED,
            source.positions().of(method, annotation),
            name,
            method.getSimpleName());
      }
    }
  }

  /** Whether a class can extend this one. */
  public static boolean isExtendable(TypeElement type) {
    return type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.FINAL);
  }

  /** Whether the method can be compiled; if not, the reason is reported. */
  public boolean isValid(TypeElement type, ExecutableElement method) {
    Code reason = reason(type, method);
    if (reason == null) {
      return true;
    }
    boolean ofClass = reason == Code.INNER_CLASS || reason == Code.PRIVATE_CLASS;
    report(
        reason,
        source.positions().of(method),
        ofClass ? type.getSimpleName() : method.getSimpleName(),
        type.getSimpleName());
    return false;
  }

  private static @Nullable Code reason(TypeElement type, ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean isStatic = modifiers.contains(Modifier.STATIC);
    boolean nested = type.getNestingKind() == NestingKind.MEMBER;
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Code.PRIVATE_COMPILED;
    }
    if (modifiers.contains(Modifier.ABSTRACT) || modifiers.contains(Modifier.NATIVE)) {
      return Code.ABSTRACT_COMPILED;
    }
    if (nested
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC)) {
      return Code.INNER_CLASS;
    }
    for (Element scope = type; scope instanceof TypeElement; scope = scope.getEnclosingElement()) {
      if (scope.getModifiers().contains(Modifier.PRIVATE)) {
        return Code.PRIVATE_CLASS;
      }
    }
    if (!isStatic && !isExtendable(type)) {
      return Code.INSTANCE_OF_CLOSED;
    }
    return modifiers.contains(Modifier.FINAL) ? Code.FINAL_COMPILED : null;
  }

  /** Reports generated methods that would have the name and parameters of others. */
  public void checkClashes(TypeElement type, List<KernelMethod> kernels) {
    Set<String> signatures = new HashSet<>();
    for (ExecutableElement method :
        ElementFilter.methodsIn(source.language().elements().getAllMembers(type))) {
      signatures.add(signature(method.getSimpleName().toString(), method));
    }
    for (KernelMethod kernel : kernels) {
      if (!kernel.overrides() && !signatures.add(signature(kernel.name(), kernel.element()))) {
        report(
            Code.NAME_CLASH,
            source.positions().of(kernel.element()),
            "the method " + kernel.name());
      }
    }
  }

  private String signature(String name, ExecutableElement method) {
    return name
        + method.getParameters().stream()
            .map(parameter -> source.language().types().erasure(parameter.asType()).toString())
            .toList();
  }

  private void report(Code code, Span span, Object... arguments) {
    source.reporter().report(Diagnostic.of(code, span, arguments));
  }
}

package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.croton.Tensor;
import org.croton.processor.kernel.KernelInput;
import org.croton.runtime.CallGuard;

/**
 * Adds a compiled method to the generated class: the override, and where the result is made of
 * tensors alone, an overload that writes into given ones.
 */
final class MethodWriter {
  private final ClassContext context;
  private final Elements elements;
  private final Types types;

  MethodWriter(ClassContext context, Elements elements, Types types) {
    this.context = context;
    this.elements = elements;
    this.types = types;
  }

  void add(CompiledMethod compiled, TypeSpec.Builder type) {
    MethodSignature signature = new MethodSignature(context, types, compiled.method());
    List<String> parameters = signature.parameterNames();
    type.addMethod(
        signature
            .returning()
            .addJavadoc("Compiled from {@link $T}.\n", signature.userClass())
            .addCode(body(compiled, parameters, false))
            .build());
    Outputs outputs = Outputs.of(compiled.method().result());
    List<String> names = new ArrayList<>();
    outputs.indices().forEach(output -> names.add(outputs.name(output)));
    if (outputs.canBeGiven() && names.stream().noneMatch(parameters::contains)) {
      MethodSpec.Builder into = signature.into(names);
      if (!isTaken(into.build())) {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(names);
        into.addJavadoc(
            "As {@code $L}, but writes its result into given tensors and allocates nothing.\n",
            compiled.method().name());
        type.addMethod(into.addCode(body(compiled, all, true)).build());
      }
    }
  }

  /** Whether the user's class has a method that the overload would override or clash with. */
  private boolean isTaken(MethodSpec overload) {
    for (Element member : elements.getAllMembers(context.kernels().element())) {
      boolean same = member.getSimpleName().contentEquals(overload.name());
      if (same && member instanceof ExecutableElement) {
        List<? extends TypeMirror> theirs =
            ((ExecutableElement) member)
                .getParameters().stream()
                    .map(parameter -> types.erasure(parameter.asType()))
                    .toList();
        if (theirs.size() == overload.parameters().size() && endsInTensor(theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean endsInTensor(List<? extends TypeMirror> parameters) {
    String last = parameters.get(parameters.size() - 1).toString();
    return last.endsWith(Tensor.class.getName());
  }

  /** Calls that read fields that some method updates must not overlap with such an update. */
  private CodeBlock body(CompiledMethod compiled, List<String> parameters, boolean into) {
    if (compiled.isDirect()) {
      return DirectBody.write(context, compiled);
    }
    CodeBlock body = new MethodBody(context, compiled, parameters, into).write();
    boolean updates = !compiled.method().updates().isEmpty();
    boolean reads = compiled.method().inputs().stream().anyMatch(KernelInput::isField);
    if (!updates && !(reads && context.hasUpdates())) {
      return body;
    }
    Locals names = new Locals();
    parameters.forEach(names::reserve);
    String guard = names.local("callGuard");
    return CodeBlock.builder()
        .addStatement("$T $N = this.$N", CallGuard.class, guard, context.guard())
        .beginControlFlow("if ($N != null)", guard)
        .addStatement("$N.$L()", guard, updates ? "enter" : "enterShared")
        .endControlFlow()
        .beginControlFlow("try")
        .add(body)
        .nextControlFlow("finally")
        .beginControlFlow("if ($N != null)", guard)
        .addStatement("$N.$L()", guard, updates ? "exit" : "exitShared")
        .endControlFlow()
        .endControlFlow()
        .build();
  }
}

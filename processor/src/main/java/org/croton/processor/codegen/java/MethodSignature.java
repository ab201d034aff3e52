package org.croton.processor.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.croton.Tensor;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;

/**
 * The head of a generated method: visibility, type variables, parameters and exceptions of the
 * user's method as the class inherits it, so that it overrides or hides it.
 */
final class MethodSignature {
  private static final Set<Modifier> KEPT =
      Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.STATIC, Modifier.SYNCHRONIZED);

  private final ClassContext context;
  private final KernelMethod method;
  private final ExecutableType type;
  private final List<ParameterSpec> parameters = new ArrayList<>();

  MethodSignature(ClassContext context, Types types, KernelMethod method) {
    this.context = context;
    this.method = method;
    TypeElement user = context.kernels().element();
    this.type = (ExecutableType) types.asMemberOf((DeclaredType) user.asType(), method.element());
    parameters();
  }

  private void parameters() {
    Set<String> known = new LinkedHashSet<>();
    List<? extends TypeMirror> parameterTypes = type.getParameterTypes();
    int index = 0;
    for (VariableElement parameter : method.element().getParameters()) {
      String name = parameter.getSimpleName().toString();
      known.add(name);
      parameters.add(
          ParameterSpec.builder(TypeName.get(parameterTypes.get(index++)), name).build());
    }
    // Derivative methods take more than the user's method does, such as tangents.
    for (KernelInput input : method.inputs()) {
      if (!input.isField() && input.path().isEmpty() && known.add(input.root())) {
        parameters.add(
            ParameterSpec.builder(JavaTypes.parse(input.javaType()), input.root()).build());
      }
    }
  }

  boolean isStatic() {
    return method.element().getModifiers().contains(Modifier.STATIC);
  }

  List<String> parameterNames() {
    List<String> names = new ArrayList<>();
    parameters.forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  /** The method that returns its result. */
  MethodSpec.Builder returning() {
    MethodSpec.Builder builder = head();
    TypeName result =
        method.overrides() ? TypeName.get(type.getReturnType()) : context.typeOf(method.result());
    builder.returns(result);
    if (method.overrides() && !isStatic()) {
      builder.addAnnotation(Override.class);
    }
    boolean same = parameters.size() == method.element().getParameters().size();
    return builder.varargs(same && method.element().isVarArgs());
  }

  /** The overload that writes its results into given tensors. */
  MethodSpec.Builder into(List<String> outputs) {
    MethodSpec.Builder builder = head().returns(TypeName.VOID);
    outputs.forEach(name -> builder.addParameter(Tensor.class, name));
    return builder;
  }

  private MethodSpec.Builder head() {
    ExecutableElement user = method.element();
    MethodSpec.Builder builder = MethodSpec.methodBuilder(method.name());
    user.getModifiers().stream().filter(KEPT::contains).forEach(builder::addModifiers);
    for (TypeParameterElement parameter : user.getTypeParameters()) {
      builder.addTypeVariable(TypeVariableName.get(parameter));
    }
    parameters.forEach(builder::addParameter);
    type.getThrownTypes().forEach(thrown -> builder.addException(TypeName.get(thrown)));
    return builder;
  }

  /** Link to the user's method for documentation. */
  ClassName userClass() {
    return ClassName.get((TypeElement) method.element().getEnclosingElement());
  }
}

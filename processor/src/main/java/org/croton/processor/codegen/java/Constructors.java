package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.croton.processor.kernel.EntryPlan;
import org.croton.processor.kernel.KernelInput;
import org.croton.runtime.CallGuard;

/**
 * Adds the constructors of the user's class. Each calls the one of the same parameters and then
 * checks that every field that compiled methods use is there and has its declared dims. The sizes
 * of the dims that fields name are kept: they last as long as the object.
 */
final class Constructors {
  private static final Set<Modifier> KEPT = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

  private final ClassContext context;

  Constructors(ClassContext context) {
    this.context = context;
  }

  void add(TypeSpec.Builder type) {
    List<ExecutableElement> all =
        ElementFilter.constructorsIn(context.kernels().element().getEnclosedElements());
    for (ExecutableElement constructor : all) {
      if (!constructor.getModifiers().contains(Modifier.PRIVATE)) {
        type.addMethod(copy(constructor));
      }
    }
    for (String name : context.lastingSizes()) {
      type.addField(long.class, context.lastingSize(name), Modifier.PRIVATE, Modifier.FINAL);
    }
    if (context.hasUpdates()) {
      type.addField(CallGuard.class, context.guard(), Modifier.PRIVATE, Modifier.FINAL);
    }
  }

  private MethodSpec copy(ExecutableElement constructor) {
    MethodSpec.Builder builder = MethodSpec.constructorBuilder();
    constructor.getModifiers().stream().filter(KEPT::contains).forEach(builder::addModifiers);
    for (TypeParameterElement parameter : constructor.getTypeParameters()) {
      builder.addTypeVariable(TypeVariableName.get(parameter));
    }
    List<String> names = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      names.add(parameter.getSimpleName().toString());
      builder.addParameter(TypeName.get(parameter.asType()), parameter.getSimpleName().toString());
    }
    constructor.getThrownTypes().forEach(thrown -> builder.addException(TypeName.get(thrown)));
    builder.varargs(constructor.isVarArgs());
    builder.addStatement("super($L)", String.join(", ", names));
    if (context.hasNative()) {
      builder.addCode(NativeKernels.check(context));
    }
    if (context.hasUpdates()) {
      builder.addStatement(
          "this.$N = new $T($S)",
          context.guard(),
          CallGuard.class,
          context.generated().simpleName());
    }
    return builder.addCode(checks(names)).build();
  }

  private CodeBlock checks(List<String> parameters) {
    CodeBlock.Builder code = CodeBlock.builder();
    Locals names = new Locals();
    parameters.forEach(names::reserve);
    String where = context.kernels().element().getSimpleName() + " after its constructor";
    Inputs inputs = new Inputs(where, names, context.fields(), context.fieldElements());
    List<KernelInput> fields = context.kernels().fieldInputs();
    fields.forEach(field -> inputs.add(field, code));
    EntryPlan plan = EntryPlan.ofFields(fields, context.intFields());
    Sizes sizes = new Sizes(names);
    new EntryCode(where, inputs, sizes, context, code).write(plan);
    for (String name : context.lastingSizes()) {
      code.addStatement("this.$N = $N", context.lastingSize(name), sizes.local(name));
    }
    return code.build();
  }
}

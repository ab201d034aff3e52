package org.croton.processor.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * How generated code reads and writes fields: directly where Java lets it, else through a variable
 * handle that is looked up once.
 */
final class FieldAccess {
  private static final TypeName ANY_CLASS =
      ParameterizedTypeName.get(
          ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

  private final Elements elements;
  private final Types types;
  private final PackageElement home;
  private final Map<VariableElement, String> handles = new LinkedHashMap<>();

  FieldAccess(Elements elements, Types types, PackageElement home) {
    this.elements = elements;
    this.types = types;
    this.home = home;
  }

  /** The field's value. */
  CodeBlock read(VariableElement field) {
    return isDirect(field)
        ? CodeBlock.of("this.$N", field.getSimpleName())
        : CodeBlock.of("($T) $N.get(($T) this)", type(field), handle(field), owner(field));
  }

  /** A statement, without semicolon, that sets the field. */
  CodeBlock write(VariableElement field, CodeBlock value) {
    return isDirect(field)
        ? CodeBlock.of("this.$N = $L", field.getSimpleName(), value)
        : CodeBlock.of("$N.set(($T) this, $L)", handle(field), owner(field), value);
  }

  /** Adds the handles that were asked for. */
  void declareHandles(TypeSpec.Builder type) {
    handles.forEach(
        (field, name) ->
            type.addField(
                FieldSpec.builder(VarHandle.class, name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(
                        "handle($T.class, $S, $T.class)",
                        owner(field),
                        field.getSimpleName(),
                        type(field))
                    .build()));
    if (!handles.isEmpty()) {
      type.addMethod(lookup());
    }
  }

  private static MethodSpec lookup() {
    return MethodSpec.methodBuilder("handle")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(VarHandle.class)
        .addParameter(ANY_CLASS, "owner")
        .addParameter(String.class, "name")
        .addParameter(ANY_CLASS, "type")
        .beginControlFlow("try")
        .addStatement(
            "return $T.privateLookupIn(owner, $T.lookup()).findVarHandle(owner, name, type)",
            MethodHandles.class,
            MethodHandles.class)
        .nextControlFlow("catch ($T e)", ReflectiveOperationException.class)
        .addStatement(
            "throw new $T(owner + $S + name + $S, e)",
            IllegalStateException.class,
            ".",
            " is not as it was when this class was generated")
        .endControlFlow()
        .build();
  }

  private boolean isDirect(VariableElement field) {
    Set<Modifier> modifiers = field.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return false;
    }
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || elements.getPackageOf(field).equals(home);
  }

  private String handle(VariableElement field) {
    return handles.computeIfAbsent(
        field,
        key -> key.getSimpleName().toString().toUpperCase(Locale.ROOT) + "_FIELD" + handles.size());
  }

  private TypeName owner(VariableElement field) {
    return ClassName.get((TypeElement) field.getEnclosingElement());
  }

  private TypeName type(VariableElement field) {
    return TypeName.get(types.erasure(field.asType()));
  }
}

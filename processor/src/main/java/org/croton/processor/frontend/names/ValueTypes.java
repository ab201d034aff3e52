package org.croton.processor.frontend.names;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.jspecify.annotations.Nullable;

/** The Java types of values and which types they convert to. */
public final class ValueTypes {
  private final Language language;

  public ValueTypes(Language language) {
    this.language = language;
  }

  /** The primitive kind of a value, or null for a reference. */
  public static @Nullable JavaKind kind(Value value) {
    if (value instanceof Value.Known known) {
      return known.kind();
    }
    if (value instanceof Value.Scalar scalar) {
      return scalar.kind();
    }
    return value instanceof Value.Size ? JavaKind.INT : null;
  }

  /** The erased Java type, or null for null, void and functions. */
  public @Nullable TypeMirror type(Value value) {
    JavaKind kind = kind(value);
    if (kind != null) {
      return language.primitive(kind);
    }
    if (value instanceof Value.Tensor) {
      return language.mirror("org.croton.Tensor");
    }
    if (value instanceof ArrayValue array) {
      return language.array(language.primitive(array.element()), array.rank());
    }
    if (value instanceof SequenceValue sequence) {
      return sequence.type();
    }
    if (value instanceof InstanceValue instance) {
      return language.types().erasure(instance.type().asType());
    }
    if (value instanceof RecordValue record) {
      return language.types().erasure(record.type().asType());
    }
    if (value instanceof Value.Text) {
      return language.mirror("java.lang.String");
    }
    if (value instanceof Value.EnumConstant constant) {
      return language.types().erasure(constant.element().asType());
    }
    return value instanceof Value.Spec spec ? language.mirror(spec.type()) : null;
  }

  /**
   * Whether an argument may be passed to a parameter of an erased type.
   *
   * @param boxing whether a primitive may become an object and back
   */
  public boolean fits(Value value, TypeMirror parameter, boolean boxing) {
    JavaKind wanted = JavaKind.of(parameter.getKind());
    JavaKind kind = kind(value);
    if (wanted != null) {
      return kind != null && wanted.accepts(kind);
    }
    if (kind != null) {
      return boxing
          && language
              .types()
              .isSubtype(
                  language
                      .types()
                      .boxedClass(language.types().getPrimitiveType(kind.type()))
                      .asType(),
                  parameter);
    }
    if (value instanceof FunctionValue function) {
      ExecutableElement method = functionOf(parameter);
      return method != null
          && (function.arity() < 0 || function.arity() == method.getParameters().size());
    }
    TypeMirror type = type(value);
    return type == null
        ? value == Value.Missing.NULL
        : language.types().isAssignable(type, parameter);
  }

  /** The single abstract method of an interface, or null. */
  public @Nullable ExecutableElement functionOf(TypeMirror type) {
    TypeElement element = language.element(type);
    if (element == null || element.getKind() != ElementKind.INTERFACE) {
      return null;
    }
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(language.elements().getAllMembers(element)).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return methods.size() == 1 ? methods.get(0) : null;
  }

  /** The type as users name it: {@code Tensor}, {@code double[]}. */
  public String describe(Value value) {
    if (value instanceof FunctionValue) {
      return "a function";
    }
    if (value instanceof Value.Items items) {
      int count = items.values().size();
      return count == 1 ? "one element" : count + " elements";
    }
    TypeMirror type = type(value);
    return type == null ? (value == Value.Missing.VOID ? "void" : "null") : describe(type);
  }

  /**
   * An erased type as Java source spells it in full: {@code org.croton.Tensor}, {@code double[]}.
   */
  public String qualified(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return qualified(array.getComponentType()) + "[]";
    }
    JavaKind kind = JavaKind.of(type.getKind());
    TypeElement element = language.element(type);
    return kind != null
        ? kind.toString()
        : element != null ? element.getQualifiedName().toString() : type.toString();
  }

  /** A type without package names. */
  public String describe(TypeMirror type) {
    return qualified(type).replaceAll("\\b[a-z_]\\w*\\.", "");
  }

  public String describe(List<Value> values) {
    return values.stream().map(this::describe).collect(Collectors.joining(", "));
  }
}

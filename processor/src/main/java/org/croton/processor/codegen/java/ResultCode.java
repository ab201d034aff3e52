package org.croton.processor.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.runtime.EntryCheck;
import org.croton.runtime.JavaArrays;

/** Builds a method's Java result from what the kernel has written. */
final class ResultCode {
  private final ClassContext context;
  private final ParameterPlan plan;
  private final KernelArguments arguments;
  private final CodeBlock.Builder code;

  ResultCode(
      ClassContext context, ParameterPlan plan, KernelArguments arguments, CodeBlock.Builder code) {
    this.context = context;
    this.plan = plan;
    this.arguments = arguments;
    this.code = code;
  }

  /** The whole result as an expression; arrays are emitted as variables before it. */
  CodeBlock expression(KernelResult result) {
    if (result instanceof KernelResult.Value) {
      return value((KernelResult.Value) result);
    }
    List<CodeBlock> parts = new ArrayList<>();
    if (result instanceof KernelResult.Record) {
      KernelResult.Record whole = (KernelResult.Record) result;
      whole.components().forEach(component -> parts.add(expression(component.value())));
      return CodeBlock.of("new $T($L)", context.typeOf(whole), CodeBlock.join(parts, ", "));
    }
    KernelResult.Sequence sequence = (KernelResult.Sequence) result;
    sequence.elements().forEach(element -> parts.add(expression(element)));
    return sequence.type().getKind() == TypeKind.ARRAY
        ? CodeBlock.of("new $T {$L}", type(sequence.type()), CodeBlock.join(parts, ", "))
        : CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(parts, ", "));
  }

  private static TypeName type(TypeMirror mirror) {
    return TypeName.get(mirror);
  }

  private CodeBlock value(KernelResult.Value value) {
    switch (value.dress()) {
      case TENSOR:
        return CodeBlock.of("$N", plan.tensorOf(value.output()));
      case PRIMITIVE:
        TypeName type = JavaTypes.parse(value.javaType());
        return primitive(plan.slotOf(value.output(), -1), value.type().dtype(), type);
      case JAVA_ARRAY:
        return array(plan.placeOf(value.output(), -1), value.type().dtype());
    }
    throw new AssertionError(value.dress());
  }

  /** A scalar that the kernel has left in a slot. */
  CodeBlock primitive(int slot, DType dtype, TypeName type) {
    return JavaTypes.get(CodeBlock.of("$N", arguments.buffer()), slot, dtype, type);
  }

  /** Emits the copy of what the kernel has left in scratch memory into a Java array. */
  CodeBlock array(ParameterPlan.ArrayPlace place, DType dtype) {
    code.addStatement(
        "$T.copyOut($N.storage(), $T.$L, $N, $N)",
        JavaArrays.class,
        arguments.workspace(),
        DType.class,
        dtype.name(),
        place.offset(),
        place.array());
    return CodeBlock.of("$N", place.array());
  }

  /** Emits a variable with a new Java array of a type's sizes, and gives its name. */
  static String newArray(
      Locals names,
      Sizes sizes,
      TensorType type,
      TypeName javaType,
      String where,
      CodeBlock.Builder code) {
    String local = names.local("array");
    TypeName component = javaType;
    while (component instanceof ArrayTypeName) {
      component = ((ArrayTypeName) component).componentType();
    }
    CodeBlock.Builder brackets = CodeBlock.builder();
    type.shape().dims().forEach(dim -> brackets.add("[$L]", extent(sizes, dim, where)));
    code.addStatement("$T $N = new $T$L", javaType, local, component, brackets.build());
    return local;
  }

  /** The dims of a type as further arguments: {@code , (int) rows, 784}. */
  static CodeBlock extents(Sizes sizes, TensorType type, String where) {
    CodeBlock.Builder list = CodeBlock.builder();
    type.shape().dims().forEach(dim -> list.add(", $L", extent(sizes, dim, where)));
    return list.build();
  }

  /** A dim as an {@code int}; compound ones are checked, names were at entry. */
  private static CodeBlock extent(Sizes sizes, Dim dim, String where) {
    if (dim.isConstant()) {
      return CodeBlock.of("$L", dim.constant());
    }
    CodeBlock size = sizes.code(dim);
    return dim.isName()
        ? CodeBlock.of("(int) $L", size)
        : CodeBlock.of("$T.size($L, $S)", EntryCheck.class, size, where + ", dim \"" + dim + "\"");
  }
}

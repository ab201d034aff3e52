package org.croton.processor.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import org.croton.CrotonException;
import org.croton.processor.kernel.Dress;
import org.croton.processor.loop.Buffer;
import org.croton.runtime.CpuLevel;
import org.croton.runtime.NativeLibrary;
import org.croton.runtime.NativeLoader;
import org.croton.runtime.NativeMemory;

/**
 * Adds the nested class with the native methods, and loads the library when the generated class is
 * initialised: before its first object, so that tensors made by constructors are in the library's
 * memory.
 */
final class NativeKernels {
  private final ClassContext context;

  NativeKernels(ClassContext context) {
    this.context = context;
  }

  void add(List<CompiledMethod> methods, List<NativeLibrary> libraries, TypeSpec.Builder type) {
    type.addField(
        FieldSpec.builder(CrotonException.class, context.loadFailure())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.load()", owner())
            .build());
    TypeSpec.Builder nested =
        TypeSpec.classBuilder(context.nativeOwner())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(NativeMemory.class)
            .addSuperinterface(ParameterizedTypeName.get(Consumer.class, String.class))
            .addMethod(load(libraries))
            .addMethod(accept());
    for (CompiledMethod method : methods) {
      if (!method.method().javaTarget()) {
        nested.addMethod(kernel(method));
      }
    }
    memory(nested);
    type.addType(nested.build());
  }

  private ClassName owner() {
    return context.generated().nestedClass(context.nativeOwner());
  }

  /** A failure is kept and thrown by every use, rather than once by the class's initialiser. */
  private MethodSpec load(List<NativeLibrary> libraries) {
    CodeBlock.Builder list = CodeBlock.builder();
    String separator = "\n";
    for (NativeLibrary library : libraries) {
      list.add(
          "$L$>$>new $T($S, $T.$L, $S, $S)$<$<",
          separator,
          NativeLibrary.class,
          library.platform(),
          CpuLevel.class,
          library.level().name(),
          library.file(),
          library.checksum());
      separator = ",\n";
    }
    return MethodSpec.methodBuilder("load")
        .addModifiers(Modifier.STATIC)
        .returns(CrotonException.class)
        .beginControlFlow("try")
        .addStatement("$T kernels = new $T()", owner(), owner())
        .addStatement(
            "$T.load($T.class, $S, $T.of($L), kernels)",
            NativeLoader.class,
            context.generated(),
            "",
            List.class,
            list.build())
        .addStatement("$T.install(kernels)", NativeMemory.class)
        .addStatement("return null")
        .nextControlFlow("catch ($T e)", CrotonException.class)
        .addStatement("return e")
        .endControlFlow()
        .build();
  }

  /**
   * Loads for this class's loader. No lambda: the first one of a process costs it ten milliseconds.
   */
  private static MethodSpec accept() {
    return MethodSpec.methodBuilder("accept")
        .addAnnotation(Override.class)
        .addAnnotation(
            // From JDK 24 on javac's lint counts loading among what is "restricted".
            AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "restricted")
                .build())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(String.class, "path")
        .addStatement("$T.load(path)", System.class)
        .build();
  }

  /** Emits what throws if the library could not be loaded. */
  static CodeBlock check(ClassContext context) {
    return CodeBlock.builder()
        .beginControlFlow("if ($N != null)", context.loadFailure())
        .addStatement(
            "throw new $T($N.getMessage(), $N)",
            CrotonException.class,
            context.loadFailure(),
            context.loadFailure())
        .endControlFlow()
        .build();
  }

  private static MethodSpec kernel(CompiledMethod compiled) {
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(compiled.function().name())
            .addModifiers(Modifier.STATIC, Modifier.NATIVE)
            .returns(TypeName.INT);
    List<Buffer> parameters = compiled.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      builder.addParameter(type(compiled, i, parameters.get(i)), "a" + i);
    }
    for (int i = 0; i < compiled.function().sizes().size(); i++) {
      builder.addParameter(TypeName.LONG, "n" + i);
    }
    return builder
        .addParameter(TypeName.LONG, "workspace")
        .addParameter(TypeName.LONG, "failure")
        .build();
  }

  private static TypeName type(CompiledMethod compiled, int index, Buffer parameter) {
    boolean value = parameter.rank() == 0 && parameter.role() == Buffer.Role.INPUT;
    boolean boxed = value && compiled.method().inputs().get(index).dress() == Dress.TENSOR;
    return value && !boxed ? JavaTypes.primitive(parameter.dtype()) : TypeName.LONG;
  }

  private static void memory(TypeSpec.Builder nested) {
    nested.addMethod(
        exported("allocate").returns(TypeName.LONG).addParameter(TypeName.LONG, "bytes").build());
    nested.addMethod(exported("free").addParameter(TypeName.LONG, "address").build());
    nested.addMethod(
        exported("address")
            .returns(TypeName.LONG)
            .addParameter(ByteBuffer.class, "direct")
            .build());
    nested.addMethod(
        exported("view")
            .returns(ByteBuffer.class)
            .addParameter(TypeName.LONG, "address")
            .addParameter(TypeName.LONG, "bytes")
            .build());
  }

  private static MethodSpec.Builder exported(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC, Modifier.NATIVE);
  }
}

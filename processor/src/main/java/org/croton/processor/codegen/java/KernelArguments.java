package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.loop.Buffer;
import org.croton.runtime.TensorAccess;
import org.jspecify.annotations.Nullable;

/**
 * Spells the arguments of a kernel's call: raw addresses for a native kernel, byte buffers for one
 * in Java. Scalars are values for both.
 */
final class KernelArguments {
  private final boolean java;
  private final String workspace;
  private final String base;
  private final String buffer;
  private final String record;
  private final List<CodeBlock> arguments = new ArrayList<>();
  private boolean usesBuffer;

  KernelArguments(boolean java, Locals names, String workspace) {
    this.java = java;
    this.workspace = workspace;
    this.base = names.local("base");
    this.buffer = names.local("scratch");
    this.record = names.local("failure");
  }

  /** A tensor; {@code parameter} is null for an output. */
  void tensor(String local, @Nullable Buffer parameter) {
    if (!java) {
      arguments.add(CodeBlock.of("$T.address($N)", TensorAccess.class, local));
      return;
    }
    CodeBlock bytes = CodeBlock.of("$T.bytes($N)", TensorAccess.class, local);
    boolean value =
        parameter != null && parameter.rank() == 0 && parameter.role() == Buffer.Role.INPUT;
    arguments.add(value && parameter != null ? element(bytes, parameter.dtype()) : bytes);
  }

  private static CodeBlock element(CodeBlock bytes, DType dtype) {
    return JavaTypes.get(
        bytes, 0, dtype, dtype == DType.U8 ? TypeName.INT : JavaTypes.primitive(dtype));
  }

  /** A Java primitive; bytes are unsigned. */
  void value(String local, DType dtype) {
    boolean unsigned = java && dtype == DType.U8;
    arguments.add(CodeBlock.of(unsigned ? "$N & 0xff" : "$N", local));
  }

  void slot(int offset) {
    usesBuffer = true;
    arguments.add(
        java
            ? CodeBlock.of("$N.from($LL)", workspace, offset)
            : CodeBlock.of("$N + $L", base, offset));
  }

  void place(String at) {
    arguments.add(
        java ? CodeBlock.of("$N.from($N)", workspace, at) : CodeBlock.of("$N + $N", base, at));
  }

  /** Emits what the arguments refer to. */
  void begin(CodeBlock.Builder code) {
    if (java) {
      code.addStatement("long[] $N = new long[4]", record);
    } else {
      code.addStatement("long $N = $N.address()", base, workspace);
    }
    if (usesBuffer) {
      code.addStatement("$T $N = $N.buffer()", ByteBuffer.class, buffer, workspace);
    }
  }

  CodeBlock list(List<CodeBlock> sizes, CodeBlock ownOffset) {
    List<CodeBlock> all = new ArrayList<>(arguments);
    all.addAll(sizes);
    all.add(
        java
            ? CodeBlock.of("$N.from($L)", workspace, ownOffset)
            : CodeBlock.of("$N + $L", base, ownOffset));
    all.add(record());
    return CodeBlock.join(all, ", ");
  }

  /** Where the failure record is. */
  CodeBlock record() {
    return CodeBlock.of("$N", java ? record : base);
  }

  String workspace() {
    return workspace;
  }

  /** The variable with the scratch memory as buffer; there is one if a slot was used. */
  String buffer() {
    return buffer;
  }
}

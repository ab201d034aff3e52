package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import org.croton.processor.type.Dim;
import org.croton.runtime.Workspace;

/**
 * Lays out the memory of one call: the failure record, then slots of 8 bytes for scalars that go by
 * address, then copies of Java arrays, then what the kernel itself asks for. The parts after the
 * slots start at multiples of 64 bytes.
 */
final class Scratch {
  /** Bytes of the kernel's failure record: four longs. */
  private static final int RECORD = 32;

  private static final int ALIGNMENT = 64;

  private final Locals names;
  private final Sizes sizes;
  private int slots;
  private CodeBlock end = CodeBlock.of("");
  private boolean sealed;

  Scratch(Locals names, Sizes sizes) {
    this.names = names;
    this.sizes = sizes;
  }

  /** A new slot's offset. All slots are taken before the first array. */
  int slot() {
    if (sealed) {
      throw new IllegalStateException("slots stand before arrays");
    }
    return RECORD + 8 * slots++;
  }

  private void seal() {
    if (!sealed) {
      int bytes = RECORD + 8 * slots;
      end = CodeBlock.of("$LL", (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
      sealed = true;
    }
  }

  /** Emits a variable with the offset of a copy of an array, and gives its name. */
  String array(String name, Dim elements, int width, CodeBlock.Builder code) {
    seal();
    String at = names.local(name + "At");
    code.addStatement("long $N = $L", at, end);
    CodeBlock bytes = sizes.code(elements.times(Dim.of(width)));
    end = CodeBlock.of("$T.addExact($N, $L + 63 & -64L)", Math.class, at, bytes);
    return at;
  }

  /** Emits the checkout, and gives the offset of the kernel's own part. */
  CodeBlock acquire(String workspace, Dim bytes, CodeBlock.Builder code) {
    seal();
    CodeBlock own = end;
    if (!bytes.isConstant()) {
      String at = names.local("kernelAt");
      code.addStatement("long $N = $L", at, end);
      own = CodeBlock.of("$N", at);
    }
    CodeBlock all =
        bytes.equals(Dim.ZERO)
            ? own
            : CodeBlock.of("$T.addExact($L, $L)", Math.class, own, sizes.code(bytes));
    code.addStatement("$T $N = $T.acquire($L)", Workspace.class, workspace, Workspace.class, all);
    return own;
  }
}

package org.croton.processor.codegen.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.croton.DType;
import org.croton.processor.codegen.FailureKinds;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;

/**
 * Prints the C functions through which Java reaches the kernels of a class and the C library's
 * memory. Needs no {@code jni.h}: the two functions of the JVM that it calls are found by their
 * place in the JNI function table, which the JNI specification fixes.
 *
 * <p>A kernel's native method takes what the kernel takes, addresses and sizes as {@code long},
 * rank-0 inputs by value; it returns 0 or the code of the failure whose site is in the record.
 */
public final class JniBridge {
  /** Indices in the JNI function table. */
  private static final int NEW_DIRECT_BYTE_BUFFER = 229;

  private static final int GET_DIRECT_BUFFER_ADDRESS = 230;

  /**
   * A kernel as Java sees it.
   *
   * @param boxed which parameters are rank-0 inputs that Java holds in memory: their addresses are
   *     passed, and the bridge reads the values
   */
  public record Kernel(LoopFunction function, Set<Integer> boxed) {
    public Kernel {
      boxed = Set.copyOf(boxed);
    }
  }

  private final String className;
  private final StringBuilder text = new StringBuilder();

  private JniBridge(String className) {
    this.className = className;
  }

  /**
   * The bridge, to stand after the kernels.
   *
   * @param className binary name of the class that declares the native methods: one for each
   *     kernel, of the kernel's name, and those of {@code org.croton.runtime.NativeMemory}
   */
  public static String print(String className, List<Kernel> kernels) {
    JniBridge bridge = new JniBridge(className);
    bridge.line();
    bridge.line("#include <stdint.h>");
    bridge.line("#include <stdlib.h>");
    bridge.line();
    bridge.line("#define CROTON_EXPORT __attribute__((visibility(\"default\")))");
    kernels.forEach(bridge::kernel);
    bridge.memory();
    return bridge.text.toString();
  }

  private void line(String... parts) {
    text.append(String.join("", parts)).append('\n');
  }

  private void export(String type, String method, List<String> parameters) {
    List<String> all = new ArrayList<>(List.of("void *env", "void *self"));
    all.addAll(parameters);
    line();
    line(
        "CROTON_EXPORT ",
        type,
        " ",
        JniNames.function(className, method),
        "(",
        String.join(", ", all),
        ") {");
  }

  private void kernel(Kernel kernel) {
    LoopFunction function = kernel.function();
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (Buffer buffer : function.parameters()) {
      String name = "a" + parameters.size();
      boolean boxed = kernel.boxed().contains(parameters.size());
      boolean value = isValue(buffer);
      parameters.add((value && !boxed ? javaType(buffer.dtype()) : "int64_t") + " " + name);
      arguments.add(
          !value
              ? "(void *)(intptr_t)" + name
              : boxed ? element(buffer.dtype(), name) : value(buffer.dtype(), name));
    }
    for (int i = 0; i < function.sizes().size(); i++) {
      parameters.add("int64_t n" + i);
      arguments.add("n" + i);
    }
    parameters.add("int64_t workspace");
    parameters.add("int64_t failure");
    arguments.add("(char *)(intptr_t)workspace");
    arguments.add("(int64_t *)(intptr_t)failure");
    String call = function.name() + "(" + String.join(", ", arguments) + ")";
    int[] kinds = FailureKinds.of(function);
    export("int32_t", function.name(), parameters);
    line("  (void)env;");
    line("  (void)self;");
    if (kinds.length == 0) {
      line("  return ", call, ";");
    } else {
      String table =
          Arrays.stream(kinds).mapToObj(String::valueOf).collect(Collectors.joining(", "));
      line("  static const uint8_t kinds[] = {", table, "};");
      line("  return ", call, " == 0 ? 0 : kinds[*(int64_t *)(intptr_t)failure];");
    }
    line("}");
  }

  /** Rank-0 inputs are values; everything else is memory. */
  private static boolean isValue(Buffer buffer) {
    return buffer.rank() == 0 && buffer.role() == Buffer.Role.INPUT;
  }

  private static String element(DType dtype, String address) {
    return "*(const " + CSpelling.memory(dtype) + " *)(intptr_t)" + address;
  }

  private static String value(DType dtype, String name) {
    switch (dtype) {
      case BOOL:
        return name + " != 0";
      case U8:
        return "(uint8_t)" + name;
      default:
        return name;
    }
  }

  /** How C declares what the JVM passes for a Java primitive. */
  private static String javaType(DType dtype) {
    return dtype == DType.U8 ? "int8_t" : CSpelling.memory(dtype);
  }

  private void memory() {
    export("int64_t", "allocate", List.of("int64_t bytes"));
    line("  (void)env;");
    line("  (void)self;");
    line("  return (int64_t)(intptr_t)aligned_alloc(64, (size_t)bytes);");
    line("}");
    export("void", "free", List.of("int64_t address"));
    line("  (void)env;");
    line("  (void)self;");
    line("  free((void *)(intptr_t)address);");
    line("}");
    export("int64_t", "address", List.of("void *buffer"));
    line("  (void)self;");
    line(
        "  void *(*get)(void *, void *) = ",
        slot("void *(*)(void *, void *)", GET_DIRECT_BUFFER_ADDRESS));
    line("  return (int64_t)(intptr_t)get(env, buffer);");
    line("}");
    export("void *", "view", List.of("int64_t address", "int64_t bytes"));
    line("  (void)self;");
    line(
        "  void *(*make)(void *, void *, int64_t) = ",
        slot("void *(*)(void *, void *, int64_t)", NEW_DIRECT_BYTE_BUFFER));
    line("  return make(env, (void *)(intptr_t)address, bytes);");
    line("}");
  }

  /** {@code env} points to a pointer to the table of functions. */
  private static String slot(String type, int index) {
    return "((" + type.replace("(*)", "(**)") + ")(*(void **)env))[" + index + "];";
  }
}

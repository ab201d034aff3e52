package org.croton.processor.pipeline;

import com.palantir.javapoet.JavaFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.croton.processor.codegen.c.CPrinter;
import org.croton.processor.codegen.c.JniBridge;
import org.croton.processor.codegen.java.ClassWriter;
import org.croton.processor.codegen.java.CompiledMethod;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.ops.control.TapeBytes;
import org.croton.processor.toolchain.BuiltLibrary;
import org.croton.processor.toolchain.CCompiler;
import org.croton.processor.toolchain.Level;
import org.croton.processor.toolchain.NativeBuild;
import org.croton.processor.type.Dim;
import org.croton.runtime.CpuLevel;
import org.croton.runtime.NativeLibrary;

/** From a class as the frontend read it to a Java file and native libraries. */
final class ClassBuild {
  private static final int MOST_LETTERS = 50;

  private final Elements elements;
  private final Types types;
  private final Options options;
  private final Compiler compiler;
  private final Toolchain toolchain;

  ClassBuild(Elements elements, Types types, Options options, Toolchain toolchain) {
    this.elements = elements;
    this.types = types;
    this.options = options;
    this.compiler = new Compiler(options, elements);
    this.toolchain = toolchain;
  }

  /**
   * Everything that a class becomes.
   *
   * @param platform the resource folder of the libraries; empty if there are none
   * @param graphs the text of the rewritten graphs
   * @param times what the build spent on each method and library, for the report
   * @param memory what each method's call needs, for the report
   */
  record Product(
      JavaFile java,
      String platform,
      List<BuiltLibrary> libraries,
      String graphs,
      List<String> times,
      List<String> memory) {}

  private static String memory(Compiler.Compilation one) {
    Dim tapes = TapeBytes.of(one.graph());
    return "workspace bytes "
        + one.method().function().workspaceBytes()
        + ", of that what loops keep of their rounds "
        + tapes;
  }

  /**
   * Builds a class.
   *
   * @throws org.croton.processor.toolchain.ToolchainFailure if there is no usable C compiler
   * @throws CompileFailure if a method cannot be compiled
   */
  Product build(KernelClass given) {
    List<CompiledMethod> methods = new ArrayList<>();
    List<String> times = new ArrayList<>();
    List<String> memory = new ArrayList<>();
    StringBuilder graphs = new StringBuilder();
    for (KernelMethod method : given.methods()) {
      long start = System.nanoTime();
      String name = given.generatedName() + "." + method.name();
      Compiler.Compilation one = compile(given, method, "k" + methods.size());
      methods.add(one.method());
      graphs.append(method.name()).append('\n').append(GraphPrinter.print(one.graph()));
      String kind = one.method().method().javaTarget() ? ", runs as Java" : "";
      times.add(name + ": processor " + millis(System.nanoTime() - start) + kind);
      memory.add(name + ": " + memory(one));
    }
    KernelClass kernels = given.withMethods(methods.stream().map(CompiledMethod::method).toList());
    ClassWriter writer = new ClassWriter(elements, types);
    String source = source(writer.nativeOwner(kernels), methods);
    if (source.isEmpty()) {
      JavaFile java = writer.write(kernels, methods, List.of());
      return new Product(java, "", List.of(), graphs.toString(), times, memory);
    }
    CCompiler cc = toolchain.compiler();
    List<BuiltLibrary> built = build(cc, kernels, source);
    built.forEach(library -> times.add(time(kernels, library)));
    String platform = cc.platform().toString();
    JavaFile java = writer.write(kernels, methods, libraries(platform, built));
    return new Product(java, platform, built, graphs.toString(), times, memory);
  }

  private Compiler.Compilation compile(KernelClass kernels, KernelMethod method, String kernel) {
    StageDump dump = new StageDump(options.dump(), kernels.generatedName() + "." + method.name());
    try {
      return compiler.compile(kernels, method, kernel, dump);
    } catch (RuntimeException | StackOverflowError e) {
      throw new CompileFailure(method, dump.text(), e);
    }
  }

  private List<BuiltLibrary> build(CCompiler cc, KernelClass kernels, String source) {
    StageDump dump = new StageDump(options.dump(), kernels.generatedName());
    dump.stage("c", source);
    List<Level> levels =
        options.levels().isEmpty() ? Level.defaults(cc.platform()) : options.levels();
    return new NativeBuild(cc, toolchain.cache(), options.debug())
        .build(libraryName(kernels), source, levels);
  }

  /** Letters, digits and underscores that tell classes of one output folder apart. */
  private String libraryName(KernelClass kernels) {
    StringBuilder name = new StringBuilder();
    String qualified =
        elements.getPackageOf(kernels.element()).getQualifiedName() + "." + kernels.generatedName();
    qualified
        .codePoints()
        .skip(Math.max(0, qualified.length() - MOST_LETTERS))
        .forEach(
            c -> {
              if (c < 128 && Character.isLetterOrDigit(c)) {
                name.append((char) c);
              } else {
                name.append(c == '.' ? "_" : "__");
              }
            });
    return name.toString();
  }

  private static String source(String nativeOwner, List<CompiledMethod> methods) {
    List<LoopFunction> functions = new ArrayList<>();
    List<JniBridge.Kernel> kernels = new ArrayList<>();
    for (CompiledMethod method : methods) {
      if (!method.method().javaTarget()) {
        functions.add(method.function());
        kernels.add(new JniBridge.Kernel(method.function(), boxed(method.method())));
      }
    }
    return functions.isEmpty()
        ? ""
        : CPrinter.print(functions) + JniBridge.print(nativeOwner, kernels);
  }

  private static Set<Integer> boxed(KernelMethod method) {
    Set<Integer> boxed = new HashSet<>();
    for (int i = 0; i < method.inputs().size(); i++) {
      if (method.inputs().get(i).dress() == Dress.TENSOR) {
        boxed.add(i);
      }
    }
    return boxed;
  }

  private static List<NativeLibrary> libraries(String platform, List<BuiltLibrary> built) {
    List<NativeLibrary> libraries = new ArrayList<>();
    for (BuiltLibrary library : built) {
      libraries.add(
          new NativeLibrary(
              platform,
              CpuLevel.valueOf(library.level().name()),
              library.fileName(),
              NativeLibrary.checksum(library.bytes())));
    }
    return libraries;
  }

  private static String time(KernelClass kernels, BuiltLibrary library) {
    String spent = library.nanos() == 0 ? "unchanged" : millis(library.nanos());
    return kernels.generatedName()
        + ": C compiler "
        + library.level().suffix()
        + " "
        + spent
        + ", "
        + library.bytes().length
        + " bytes";
  }

  private static String millis(long nanos) {
    return Math.round(nanos / 1e5) / 10.0 + " ms";
  }
}

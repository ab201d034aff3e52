package org.croton.processor.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.codegen.c.CPrinter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.type.Shape;

/**
 * Generated kernels as a program of their own, which reads arguments from its standard input and
 * writes results: so that generated C runs under the sanitizers, without a JVM around it.
 */
public final class CProgram {
  private final List<CompiledGraph> kernels;
  private final Path executable;

  private CProgram(List<CompiledGraph> kernels, Path executable) {
    this.kernels = kernels;
    this.executable = executable;
  }

  /** One kernel's results: those of the method, then the new values of its fields. */
  public record Results(int code, List<Literal> values) {}

  /**
   * Compiles kernels whose names are distinct.
   *
   * @param options of the C compiler, such as {@code -O2} and {@code -fsanitize=address}
   */
  public static CProgram compile(Path folder, List<CompiledGraph> kernels, List<String> options)
      throws IOException, InterruptedException {
    return compile(
        folder,
        kernels,
        CPrinter.print(kernels.stream().map(CompiledGraph::function).toList()),
        options);
  }

  /**
   * Compiles a kernel that counts the rounds of its loops and at the end writes their number to a
   * file.
   */
  public static CProgram counting(Path folder, CompiledGraph kernel, Path count)
      throws IOException, InterruptedException {
    String text = CPrinter.print(List.of(kernel.function()));
    int start = text.lastIndexOf("\nstatic int32_t " + kernel.function().name() + "(");
    String loops = text.substring(start).replaceAll("(?m)^( *for \\(.*\\{)$", "$1 rounds_++;");
    String counter =
        "static long long rounds_;\n__attribute__((destructor)) static void write_(void) {\n"
            + "  FILE *out = fopen(\""
            + count
            + "\", \"w\");\n  fprintf(out, \"%lld\\n\", rounds_);\n  fclose(out);\n}\n";
    List<String> options = List.of("-O1", "-march=x86-64-v3", "-Wno-error");
    return compile(folder, List.of(kernel), counter + text.substring(0, start) + loops, options);
  }

  private static CProgram compile(
      Path folder, List<CompiledGraph> kernels, String text, List<String> options)
      throws IOException, InterruptedException {
    StringBuilder source = new StringBuilder("#include <stdio.h>\n#include <stdlib.h>\n");
    source.append(text);
    source.append(CMain.of(kernels));
    Path file = folder.resolve("kernels.c");
    Files.writeString(file, source);
    Path executable = folder.resolve("kernels");
    List<String> command = new ArrayList<>(List.of("gcc", "-std=gnu11", "-Wall", "-Wextra"));
    command.addAll(List.of("-Werror", "-fno-math-errno", "-fno-trapping-math"));
    command.addAll(List.of("-ffp-contract=off", "-fopenmp-simd"));
    command.addAll(options);
    command.addAll(List.of("-o", executable.toString(), file.toString(), "-lm"));
    Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
    String messages = new String(gcc.getInputStream().readAllBytes());
    if (gcc.waitFor() != 0) {
      throw new AssertionError(messages);
    }
    return new CProgram(kernels, executable);
  }

  /** Runs every kernel once on its own arguments; fields get their new values in the results. */
  public List<Results> run(List<List<Literal>> arguments, List<Map<String, Integer>> sizes)
      throws IOException, InterruptedException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    for (int i = 0; i < kernels.size(); i++) {
      write(kernels.get(i).function(), arguments.get(i), sizes.get(i), input);
    }
    // Files, not pipes: nothing has to be written or read while the program runs.
    Path arriving = Files.createTempFile(executable.getParent(), "input", "");
    Path messages = Files.createTempFile(executable.getParent(), "messages", "");
    Files.write(arriving, input.toByteArray());
    Process process =
        new ProcessBuilder(executable.toString())
            .redirectInput(arriving.toFile())
            .redirectError(messages.toFile())
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    int status = process.waitFor();
    if (status != 0) {
      throw new AssertionError("exit status " + status + "\n" + Files.readString(messages));
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(output));
    List<Results> results = new ArrayList<>();
    for (int i = 0; i < kernels.size(); i++) {
      results.add(read(kernels.get(i), sizes.get(i), in));
    }
    return results;
  }

  private static void write(
      LoopFunction function,
      List<Literal> arguments,
      Map<String, Integer> sizes,
      ByteArrayOutputStream out) {
    for (String size : function.sizes()) {
      out.writeBytes(Bytes.longs(sizes.get(size)));
    }
    out.writeBytes(Bytes.longs(function.workspaceBytes().evaluate(sizes::get)));
    int input = 0;
    for (Buffer buffer : function.parameters()) {
      out.writeBytes(Bytes.longs(bytes(buffer, sizes)));
      if (buffer.role() != Buffer.Role.OUTPUT) {
        out.writeBytes(Bytes.of(arguments.get(input++)));
      }
    }
  }

  private static long bytes(Buffer buffer, Map<String, Integer> sizes) {
    return buffer.shape().size().evaluate(sizes::get) * buffer.dtype().bytes();
  }

  private static Results read(CompiledGraph kernel, Map<String, Integer> sizes, DataInputStream in)
      throws IOException {
    int code = in.readUnsignedByte();
    Map<String, Literal> byName = new HashMap<>();
    for (Buffer buffer : kernel.function().parameters()) {
      if (buffer.role() != Buffer.Role.INPUT) {
        byte[] content = in.readNBytes((int) bytes(buffer, sizes));
        byName.put(buffer.name(), Bytes.read(buffer.dtype(), shape(buffer, sizes), content));
      }
    }
    List<Literal> values = new ArrayList<>();
    for (Graph.Output output : kernel.graph().outputs()) {
      values.add(byName.get(output.name()));
    }
    return new Results(code, values);
  }

  private static int[] shape(Buffer buffer, Map<String, Integer> sizes) {
    Shape shape = buffer.shape();
    return shape.dims().stream().mapToInt(dim -> (int) dim.evaluate(sizes::get)).toArray();
  }

  /** The C type of an element. */
  static String type(DType dtype) {
    return switch (dtype) {
      case BOOL, U8 -> "uint8_t";
      case I32 -> "int32_t";
      case I64 -> "int64_t";
      case F32 -> "float";
      case F64 -> "double";
    };
  }
}

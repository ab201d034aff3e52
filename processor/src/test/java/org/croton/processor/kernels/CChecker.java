package org.croton.processor.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A program of {@code src/test/c}, built by one compiler for one instruction set level with the
 * flags of generated code and all warnings as errors. It passes if it exits with 0. A compiler or a
 * level that this machine lacks skips the test.
 */
final class CChecker {
  private static final Path HEADERS =
      Path.of("src", "main", "resources", "org", "croton", "processor", "kernels");
  private static final Path PROGRAMS = Path.of("src", "test", "c");

  private final List<String> command;
  private final String compiler;

  private CChecker(String compiler, List<String> command) {
    this.compiler = compiler;
    this.command = command;
  }

  /** Every compiler with every level, as arguments of a parameterised test. */
  static Stream<Arguments> builds() {
    return Stream.of("gcc", "clang")
        .flatMap(compiler -> Stream.of("v2", "v3", "v4").map(v -> Arguments.of(compiler, v)));
  }

  /** The builds that also run under sanitizers, which does not depend much on the level. */
  static Stream<Arguments> sanitizedBuilds() {
    return Stream.of(Arguments.of("gcc", "v2"), Arguments.of("clang", "v4"));
  }

  /**
   * @param compiler {@code gcc} or {@code clang}
   * @param level {@code v2}, {@code v3} or {@code v4} of x86-64
   */
  static CChecker of(String compiler, String level) throws IOException {
    String path = String.valueOf(System.getenv("PATH"));
    boolean found =
        Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, compiler)));
    assumeTrue(found, () -> "no " + compiler + " on the path");
    assumeTrue(supports(level), () -> "this processor lacks x86-64-" + level);
    List<String> command =
        new ArrayList<>(List.of(compiler, "-std=gnu11", "-O3", "-march=x86-64-" + level));
    command.addAll(List.of("-Wall", "-Wextra", "-Werror", "-fopenmp-simd", "-ffp-contract=off"));
    command.addAll(List.of("-fno-math-errno", "-fno-trapping-math"));
    if (level.equals("v4")) {
      command.add("-mprefer-vector-width=512");
    }
    if (compiler.equals("gcc")) {
      command.add("-fno-thread-jumps");
    }
    return new CChecker(compiler, command);
  }

  /** The same build with address and undefined behaviour checks that end the program. */
  CChecker sanitized() {
    List<String> flags = new ArrayList<>(command);
    flags.addAll(List.of("-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
    if (compiler.equals("clang")) {
      flags.add("-Wno-pass-failed"); // at -O1 loops stay scalar
    }
    return new CChecker(compiler, flags);
  }

  /** Builds and runs {@code <program>.c} in the folder. */
  void passes(String program, Path folder, String... arguments)
      throws IOException, InterruptedException {
    Path executable = folder.resolve(program);
    List<String> build = new ArrayList<>(command);
    build.addAll(List.of("-I" + HEADERS, "-I" + PROGRAMS));
    build.addAll(List.of(PROGRAMS.resolve(program + ".c").toString(), "-o"));
    build.addAll(List.of(executable.toString(), "-lm"));
    succeeds(build);
    List<String> run = new ArrayList<>(List.of(executable.toString()));
    run.addAll(List.of(arguments));
    succeeds(run);
  }

  private static void succeeds(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", String.join(" ", command), output).isZero();
  }

  private static boolean supports(String level) throws IOException {
    Path cpu = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpu)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(cpu)) {
      Set<String> flags =
          lines
              .filter(line -> line.startsWith("flags"))
              .findFirst()
              .map(line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split(" +")))
              .orElse(Set.of());
      return flags.containsAll(needed(level));
    }
  }

  private static List<String> needed(String level) {
    switch (level) {
      case "v2":
        return List.of("sse4_2", "popcnt");
      case "v3":
        return List.of("avx2", "fma", "bmi2");
      case "v4":
        return List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");
      default:
        throw new IllegalArgumentException(level);
    }
  }
}

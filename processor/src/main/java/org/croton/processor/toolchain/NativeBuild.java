package org.croton.processor.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles one C source to one shared library per level. The same source, flags and compiler give
 * the same bytes, and a build that was done before is taken from the cache.
 */
public final class NativeBuild {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,120}");
  private static final int THREADS = 2;
  private static final long SECONDS = 600;
  private static final int LINES_SHOWN = 20;

  /** Never fast-math: its start-up code changes the arithmetic of the whole process. */
  private static final List<String> FLAGS =
      List.of(
          "-std=gnu11",
          "-O2",
          "-fno-math-errno",
          "-fno-trapping-math",
          "-ffp-contract=off",
          "-fopenmp-simd",
          "-fPIC",
          "-fvisibility=hidden",
          "-fno-ident",
          "-shared");

  /**
   * Of -O3, what generated loops gain from: the rest costs a third more of the compiler's time for
   * the same speed. With jump threading gcc turns clamps into branches, which vectorise badly.
   */
  private static final List<String> OF_GCC =
      List.of(
          "-ftree-vectorize",
          "-fvect-cost-model=dynamic",
          "-fpredictive-commoning",
          "-fgcse-after-reload",
          "-fno-thread-jumps");

  private final CCompiler compiler;
  private final LibraryCache cache;
  private final boolean debug;

  /**
   * @param debug keeps symbols and line tables, so that a debugger can follow a kernel
   */
  public NativeBuild(CCompiler compiler, LibraryCache cache, boolean debug) {
    this.compiler = compiler;
    this.cache = cache;
    this.debug = debug;
  }

  /** What the library of a level will be called; known before it is built. */
  public String fileName(String name, String source, Level level) {
    checkName(name);
    String key = BuildKey.of(compiler, flags(level), source).brief();
    return "lib" + name + "-" + key + "-" + level.suffix() + compiler.platform().extension();
  }

  /**
   * Builds the libraries, in the order of the levels.
   *
   * @param name identifies the library among those of the same folder; letters, digits and
   *     underscores
   * @throws ToolchainFailure {@code c-compiler-failed} if the compiler refuses the source
   */
  public List<BuiltLibrary> build(String name, String source, List<Level> levels) {
    checkName(name);
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, levels.size()));
    try {
      List<Future<BuiltLibrary>> pending = new ArrayList<>();
      for (Level level : levels) {
        pending.add(threads.submit(() -> one(name, source, level)));
      }
      List<BuiltLibrary> built = new ArrayList<>();
      for (Future<BuiltLibrary> each : pending) {
        built.add(result(each));
      }
      return built;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no library name: " + name);
    }
  }

  private static BuiltLibrary result(Future<BuiltLibrary> pending) {
    try {
      return pending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainFailure("c-compiler-failed", "the build was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ToolchainFailure) {
        ToolchainFailure cause = (ToolchainFailure) e.getCause();
        throw new ToolchainFailure(cause.id(), String.valueOf(cause.getMessage()));
      }
      throw new ToolchainFailure(
          "c-compiler-failed", "the C compiler did not run: " + e.getCause());
    }
  }

  private List<String> flags(Level level) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(level.flags());
    if (!compiler.version().contains("clang")) {
      flags.addAll(OF_GCC);
    }
    flags.add(debug ? "-g" : "-g0");
    if (compiler.platform().os().equals("linux")) {
      flags.addAll(List.of("-Wl,--build-id=none", "-Wl,-z,noexecstack", "-Wl,-z,relro"));
      if (!debug) {
        flags.add("-Wl,-s");
      }
    }
    return flags;
  }

  private BuiltLibrary one(String name, String source, Level level) throws IOException {
    BuildKey key = BuildKey.of(compiler, flags(level), source);
    Optional<byte[]> known = cache.get(key);
    long start = System.nanoTime();
    byte[] bytes = known.isPresent() ? known.get() : compile(source, level);
    long nanos = known.isPresent() ? 0 : System.nanoTime() - start;
    if (known.isEmpty()) {
      cache.put(key, bytes);
    }
    String file = fileName(name, source, level);
    return new BuiltLibrary(level, file, bytes, nanos);
  }

  /** Relative file names in a directory of its own: no path can get into the library. */
  private byte[] compile(String source, Level level) throws IOException {
    Path directory = Files.createTempDirectory("croton-");
    try {
      Files.write(directory.resolve("kernel.c"), source.getBytes(StandardCharsets.UTF_8));
      List<String> command = new ArrayList<>(compiler.command());
      command.addAll(flags(level));
      command.addAll(List.of("-o", "kernel.lib", "kernel.c", "-lm"));
      Subprocess.Outcome outcome = Subprocess.run(command, directory, SECONDS);
      if (outcome.code() != 0) {
        throw refused(command, outcome);
      }
      return Files.readAllBytes(directory.resolve("kernel.lib"));
    } finally {
      delete(directory);
    }
  }

  private ToolchainFailure refused(List<String> command, Subprocess.Outcome outcome) {
    String shown = outcome.output().lines().limit(LINES_SHOWN).collect(Collectors.joining("\n"));
    return new ToolchainFailure(
        "c-compiler-failed",
        "the C compiler refused generated code, which is a bug of the generator; please report it"
            + " with the text below and the stages that -Acroton.dump=DIR writes.\n"
            + compiler.version()
            + "\n"
            + String.join(" ", command)
            + "\nexit code "
            + outcome.code()
            + "\n"
            + shown);
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}

package org.croton.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.croton.bench.KernelRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The native code of every example and of the benchmarks' kernels touches no memory that is not its
 * own and does nothing undefined: it runs under gcc's address and undefined-behaviour sanitizers.
 */
class SanitizedCodeTest {
  private static final String EXAMPLES = "org/croton/examples";
  private static final String KERNELS = "org/croton/bench/kernels";

  /** What runs the kernels of which classes, and with which arguments. */
  private static final Map<List<String>, Set<String>> RUNS =
      Map.ofEntries(
          entry(List.of("Train", "--epochs", "1"), Set.of("LogisticRegression", "Mlp")),
          entry(List.of("ReadText", "--steps", "3"), Set.of("CharRnn")),
          entry(List.of("BarrierOption", "500"), Set.of("BarrierOption")),
          entry(List.of("BlackScholes"), Set.of("BlackScholes")),
          entry(List.of("KalmanFilter"), Set.of("KalmanFilter")),
          entry(List.of("Logistic"), Set.of("Logistic")),
          entry(List.of("Lorenz"), Set.of("Lorenz")),
          entry(List.of("Newton"), Set.of("Newton")),
          entry(List.of("Powers"), Set.of("Powers")),
          entry(List.of("Squares"), Set.of("Squares")),
          entry(List.of("Waveforms"), Set.of("Waveforms")));

  @TempDir Path folder;

  @Test
  void examplesRunUnderSanitizers() throws Exception {
    build("examples");
    Set<String> run = new TreeSet<>();
    RUNS.values().forEach(run::addAll);
    assertThat(run).as("every example is run").isEqualTo(compiled(EXAMPLES));
    for (List<String> main : RUNS.keySet()) {
      List<String> words = new ArrayList<>(main);
      words.set(0, EXAMPLES.replace('/', '.') + "." + main.get(0));
      run(words);
    }
  }

  @Test
  void benchmarkKernelsRunUnderSanitizers() throws Exception {
    build("it-tests");
    assertThat(compiled(KERNELS)).contains("MlpF32", "LogregF64", "ElementwiseF64");
    assertThat(run(List.of(KernelRun.class.getName()))).contains("elemwise-e-100000");
  }

  private void build(String module) throws IOException, InterruptedException {
    Assumptions.assumeTrue(sanitizer() != null, "no gcc with its address sanitizer");
    Path sources = root().resolve(module).resolve("src/main/java");
    try (Stream<Path> walk = Files.walk(sources)) {
      Jdk.current()
          .javac(folder)
          .with("-processorpath", Jdk.path(ReactorJars.processorPath()))
          .with("-cp", System.getProperty("java.class.path"), "-d", folder.resolve("classes"))
          .with("-nowarn", "-Acroton.levels=v3")
          .with("-Acroton.cc=gcc -fsanitize=address,undefined -fno-sanitize-recover")
          .with(walk.filter(file -> file.toString().endsWith(".java")).toArray())
          .environment("XDG_CACHE_HOME", folder.resolve("cache"))
          .run()
          .succeeded();
    }
    Map<Path, Boolean> libraries = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder.resolve("classes"))) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".so")).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        libraries.put(file, bytes.contains("__asan_") && bytes.contains("__ubsan_"));
      }
    }
    assertThat(libraries).as("libraries with checks").isNotEmpty().doesNotContainValue(false);
  }

  /** Fails on the first report: the sanitizers end the process with a code. */
  private String run(List<String> words) throws IOException, InterruptedException {
    String classPath = folder.resolve("classes") + ":" + System.getProperty("java.class.path");
    return Jdk.current()
        .java(root())
        .with("-Dcroton.cache=" + Files.createDirectories(folder.resolve("extracted")))
        .with("-cp", classPath)
        .with(words.toArray())
        .environment("LD_PRELOAD", sanitizer())
        // The JVM handles the faults that it provokes itself, and frees nothing at its end.
        .environment("ASAN_OPTIONS", "handle_segv=0:detect_leaks=0")
        .environment("UBSAN_OPTIONS", "halt_on_error=1")
        .run()
        .succeeded();
  }

  /** The classes with compiled methods of a package. */
  private Set<String> compiled(String packageFolder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("classes").resolve(packageFolder))) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("Compiled[^$]*\\.class"))
          .map(name -> name.substring("Compiled".length(), name.length() - ".class".length()))
          .filter(name -> Files.exists(source(packageFolder, name)))
          .forEach(names::add);
      return names;
    }
  }

  private static Path source(String packageFolder, String name) {
    String module = packageFolder.equals(EXAMPLES) ? "examples" : "it-tests";
    return root()
        .resolve(module)
        .resolve("src/main/java")
        .resolve(packageFolder)
        .resolve(name + ".java");
  }

  private static Path root() {
    return Path.of(ReactorJars.required("croton.it.root")).toAbsolutePath().normalize();
  }

  /** The library to load first; null where gcc or the library is missing. */
  private static @Nullable String sanitizer() throws IOException, InterruptedException {
    CommandLine ask = new CommandLine(root(), Path.of("gcc")).with("-print-file-name=libasan.so");
    try {
      String found = ask.run().succeeded().strip();
      return Path.of(found).isAbsolute() ? found : null;
    } catch (IOException e) {
      return null;
    }
  }
}

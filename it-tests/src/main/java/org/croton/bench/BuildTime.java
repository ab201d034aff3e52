package org.croton.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.croton.it.CommandLine;
import org.croton.it.Jdk;

/** How long javac takes, processor and C compiler included, for the class of the network. */
final class BuildTime {
  private static final Path SOURCE =
      Path.of("src/main/java/org/croton/bench/kernels/MlpF32.java").toAbsolutePath();

  private BuildTime() {}

  /** Builds some times, each with an empty cache of libraries or all with the one of the first. */
  static Timing ofMlp(boolean cold, int runs) {
    try {
      Path folder = Files.createTempDirectory("croton-build-time");
      try {
        if (!cold) {
          build(folder, folder.resolve("cache")).run().succeeded();
        }
        return ProcessTime.of(
            runs, () -> build(folder, cold ? fresh(folder) : folder.resolve("cache")));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while timing builds", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static Path fresh(Path folder) throws IOException {
    return Files.createTempDirectory(folder, "cache");
  }

  private static CommandLine build(Path folder, Path cache) throws IOException {
    String classPath = System.getProperty("java.class.path");
    return Jdk.current()
        .javac(folder)
        .with("-processorpath", classPath, "-cp", classPath)
        .with("-d", Files.createTempDirectory(folder, "classes"), SOURCE)
        .environment("XDG_CACHE_HOME", cache);
  }
}

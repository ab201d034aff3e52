package org.croton.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.croton.it.CommandLine;
import org.croton.it.Jdk;

/** How long javac takes, processor and C compiler included. */
final class BuildTime {
  private static final Path KERNELS =
      Path.of("src/main/java/org/croton/bench/kernels").toAbsolutePath();

  private static final Pattern REPORTED =
      Pattern.compile(": (processor|C compiler v[0-9]) ([0-9.]+) ms");

  private BuildTime() {}

  /** The source of one of the models measured here. */
  static Path source(String model) {
    return KERNELS.resolve(model + ".java");
  }

  /** Builds some times, each with an empty cache of libraries or all with the one of the first. */
  static Timing of(Path source, boolean cold, int runs) {
    try {
      Path folder = Files.createTempDirectory("croton-build-time");
      try {
        if (!cold) {
          build(source, folder, folder.resolve("cache")).run().succeeded();
        }
        return ProcessTime.of(
            runs, () -> build(source, folder, cold ? fresh(folder) : folder.resolve("cache")));
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

  /**
   * What a cold build says of itself: milliseconds of the processor for all methods, and of the C
   * compiler for each instruction-set level.
   */
  static Map<String, Double> report(Path source) {
    try {
      Path folder = Files.createTempDirectory("croton-build-time");
      try {
        String output =
            build(source, folder, fresh(folder)).with("-Acroton.report=time").run().succeeded();
        Map<String, Double> report = new TreeMap<>();
        Matcher line = REPORTED.matcher(output);
        while (line.find()) {
          String name = line.group(1).toLowerCase(Locale.ROOT).replace(' ', '_') + "_ms";
          report.merge(name, Double.valueOf(line.group(2)), Double::sum);
        }
        return report;
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

  /** The time of one cold build of a class that exists only for that. */
  static Timing of(String name, String text, int runs) {
    try {
      Path folder = Files.createTempDirectory("croton-build-source");
      try {
        return of(Files.writeString(folder.resolve(name + ".java"), text), true, runs);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private static CommandLine build(Path source, Path folder, Path cache) throws IOException {
    String classPath = System.getProperty("java.class.path");
    return Jdk.current()
        .javac(folder)
        .with("-processorpath", classPath, "-cp", classPath)
        .with("-d", Files.createTempDirectory(folder, "classes"), source)
        .environment("XDG_CACHE_HOME", cache);
  }
}

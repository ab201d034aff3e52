package org.croton.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JDK on this machine.
 *
 * @param home its folder
 */
public record Jdk(Path home) {
  private static final Pattern VERSION =
      Pattern.compile("^JAVA_VERSION=\"(\\d+)", Pattern.MULTILINE);

  /** The JDK that runs the tests. */
  public static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  /**
   * A JDK of at least {@code feature} that is not the current one: the one that the system property
   * {@code croton.it.jdk} names, or the first that is installed in the usual folder.
   */
  public static Optional<Jdk> another(int feature) throws IOException {
    String named = System.getProperty("croton.it.jdk");
    if (named != null) {
      return Optional.of(new Jdk(Path.of(named)));
    }
    Path installed = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(installed)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(installed)) {
      for (Path home : homes) {
        if (version(home) >= feature && !home.toRealPath().equals(current().home.toRealPath())) {
          return Optional.of(new Jdk(home));
        }
      }
    }
    return Optional.empty();
  }

  /** A run of {@code javac} in {@code folder}. */
  public CommandLine javac(Path folder) {
    return new CommandLine(folder, home.resolve("bin/javac"));
  }

  /** A run of {@code java} in {@code folder}. */
  public CommandLine java(Path folder) {
    return new CommandLine(folder, home.resolve("bin/java"));
  }

  /** Joins paths to a class path. */
  public static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
      return 0;
    }
    Matcher found = VERSION.matcher(Files.readString(release));
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}

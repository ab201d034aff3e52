package org.croton.it;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The jars of this build as a user would get them, found on the class path of the tests. A module
 * that is there as a folder of classes (in a build that stops at {@code test}) is packed first.
 */
final class ReactorJars {
  /** Where packed modules and the repository go; below {@code target}. */
  static final Path OUTPUT = Path.of("target", "it").toAbsolutePath();

  /** The local repository of users' Maven builds. */
  static final Path LOCAL = OUTPUT.resolve("local");

  private static final String VERSION = required("croton.it.version");
  private static final Path ROOT = Path.of(required("croton.it.root"));

  private ReactorJars() {}

  static Path annotations() throws IOException {
    return module("annotations", "org/croton/annotation/package-info.class");
  }

  static Path runtime() throws IOException {
    return module("runtime", "org/croton/package-info.class");
  }

  static Path processor() throws IOException {
    return module("processor", "org/croton/processor/package-info.class");
  }

  /** What a user's classes are compiled against and run with. */
  static List<Path> classPath() throws IOException {
    return List.of(runtime(), annotations());
  }

  /** What {@code javac -processorpath} needs: the processor and all that it uses. */
  static List<Path> processorPath() throws IOException {
    return List.of(
        processor(), runtime(), annotations(), located("com/palantir/javapoet/JavaFile.class"));
  }

  /** A Maven repository of this build's parent, annotations, runtime and processor, as a folder. */
  static Path repository() throws IOException {
    Path repository = OUTPUT.resolve("repository");
    Path parent = artifact(repository, "croton");
    copy(ROOT.resolve("pom.xml"), parent.resolve("croton-" + VERSION + ".pom"));
    put(repository, "annotations", annotations());
    put(repository, "runtime", runtime());
    put(repository, "processor", processor());
    // Maven keeps what it once found for the rest of the day, also of a snapshot that has changed.
    forget(LOCAL.resolve("org").resolve("croton"));
    return repository;
  }

  private static void forget(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void put(Path repository, String module, Path jar) throws IOException {
    String name = "croton-" + module;
    Path folder = artifact(repository, name);
    copy(jar, folder.resolve(name + "-" + VERSION + ".jar"));
    copy(ROOT.resolve(module).resolve("pom.xml"), folder.resolve(name + "-" + VERSION + ".pom"));
  }

  private static Path artifact(Path repository, String name) throws IOException {
    return Files.createDirectories(
        repository.resolve("org").resolve("croton").resolve(name).resolve(VERSION));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path module(String name, String resource) throws IOException {
    Path located = located(resource);
    if (!Files.isDirectory(located)) {
      return located;
    }
    Path jar = Files.createDirectories(OUTPUT).resolve("croton-" + name + ".jar");
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow(() -> new IOException("this Java has no jar tool"))
            .run(
                System.out, System.err, "--create", "--file=" + jar, "-C", located.toString(), ".");
    if (code != 0) {
      throw new IOException("jar ended with code " + code + " on " + located);
    }
    return jar;
  }

  /** The jar or folder that {@code resource} comes from. */
  private static Path located(String resource) throws IOException {
    URL url = ReactorJars.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new IOException("not on the class path: " + resource);
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      String text = url.toString();
      return Path.of(new URI(text.substring(0, text.length() - resource.length())));
    } catch (URISyntaxException e) {
      throw new IOException("no path: " + url, e);
    }
  }

  static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("run through Maven, which sets -D" + property);
    }
    return value;
  }
}

package org.croton.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.croton.it.CommandLine.Finished;

/** A user's project in a folder of its own: one class, built by Maven or by plain {@code javac}. */
final class UserProject {
  private final Path folder;
  private final Jdk jdk;
  private Path source = Path.of("");
  private String path = System.getenv("PATH");

  /** A project in {@code folder} that is built and run by {@code jdk}. */
  UserProject(Path folder, Jdk jdk) {
    this.folder = folder;
    this.jdk = jdk;
  }

  /** Writes the source of class {@code name}. */
  UserProject source(String name, String text) throws IOException {
    source = folder.resolve("src/main/java").resolve(name + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    return this;
  }

  /** Replaces PATH by an empty folder: no C compiler, no tool of any kind. */
  UserProject withEmptyPath() throws IOException {
    path = Files.createDirectories(folder.resolve("no-tools")).toString();
    return this;
  }

  /** Runs {@code javac} on the class with the processor on the processor path. */
  Finished javac(String... options) throws IOException, InterruptedException {
    Files.createDirectories(classes());
    return jdk.javac(folder)
        .with((Object[]) options)
        .with("-processorpath", Jdk.path(ReactorJars.processorPath()))
        .with("-cp", Jdk.path(ReactorJars.classPath()))
        .with("-d", classes(), source)
        .environment("PATH", path)
        .environment("XDG_CACHE_HOME", folder.resolve("cache"))
        .run();
  }

  /**
   * Runs {@code mvn -o compile} with a local repository of the project's own. Plugins and libraries
   * come from the local repository of the build that runs the tests, which is only read; the
   * modules under test from {@link ReactorJars#repository()}.
   */
  Finished maven() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("pom.xml"), resource("user-pom.xml"));
    Path settings = folder.resolve("settings.xml");
    Files.writeString(
        settings,
        resource("settings.xml")
            .replace("@modules@", ReactorJars.repository().toUri().toString())
            .replace(
                "@cached@", Path.of(ReactorJars.required("croton.it.cached")).toUri().toString()));
    return new CommandLine(folder, Path.of(ReactorJars.required("croton.it.maven"), "bin", "mvn"))
        .with("-o", "-B", "-ntp", "-q", "-s", settings)
        .with("-Daether.offline.protocols=file")
        .with("-Dmaven.repo.local=" + ReactorJars.LOCAL)
        .with("compile")
        .environment("JAVA_HOME", jdk.home())
        .environment("PATH", path)
        .environment("XDG_CACHE_HOME", folder.resolve("cache"))
        .run();
  }

  /** Runs the compiled class {@code main} with the runtime on the class path. */
  Finished java(String main, String... options) throws IOException, InterruptedException {
    List<Path> classPath = new ArrayList<>(ReactorJars.classPath());
    classPath.add(0, classes());
    return jdk.java(folder)
        .with((Object[]) options)
        .with("-cp", Jdk.path(classPath), main)
        .environment("PATH", path)
        .run();
  }

  /** Where Maven and {@code javac} put the classes. */
  Path classes() {
    return folder.resolve("target/classes");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = UserProject.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@version@", ReactorJars.required("croton.it.version"));
    }
  }
}

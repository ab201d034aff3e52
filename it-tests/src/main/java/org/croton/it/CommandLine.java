package org.croton.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One external program run to its end: no shell, an environment that says what it keeps, output
 * captured, and a limit after which the run is an error.
 */
public final class CommandLine {
  /** Long enough for a cold Maven on a busy machine. */
  private static final long LIMIT_MINUTES = 5;

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final Path folder;

  /** A run of {@code program} in {@code folder}, with this process's environment. */
  public CommandLine(Path folder, Path program) {
    this.folder = folder;
    words.add(program.toString());
    environment.putAll(System.getenv());
    // What the build that runs the tests was told must not leak into the programs under test.
    environment.keySet().removeAll(List.of("CC", "JAVA_TOOL_OPTIONS", "MAVEN_OPTS", "MAVEN_ARGS"));
  }

  /** Adds arguments. */
  public CommandLine with(Object... arguments) {
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    return this;
  }

  /** Sets one variable of the environment. */
  public CommandLine environment(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  /**
   * Runs the program and waits for it.
   *
   * @throws IOException when it cannot be started or does not end in time
   */
  public Finished run() throws IOException, InterruptedException {
    Path log = Files.createTempFile("run", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new IOException("still running after its limit: " + words + "\n" + text(log));
      }
      return new Finished(String.join(" ", words), process.exitValue(), text(log));
    } finally {
      Files.delete(log);
    }
  }

  private static String text(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /**
   * How a run ended.
   *
   * @param command the words that started it
   * @param exitCode its exit code
   * @param output everything it wrote, errors included
   */
  public record Finished(String command, int exitCode, String output) {
    /** The output of a run that had to succeed. */
    public String succeeded() {
      if (exitCode != 0) {
        throw new AssertionError("exit code " + exitCode + " of " + command + "\n" + output);
      }
      return output;
    }

    /** The output of a run that had to fail. */
    public String failed() {
      if (exitCode == 0) {
        throw new AssertionError("should have failed: " + command + "\n" + output);
      }
      return output;
    }
  }
}

package org.croton.processor.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program without a shell, in a directory, with nothing on its input, and gives its exit
 * code and everything it printed.
 */
final class Subprocess {
  /** Variables that would change what a compiler produces from the same source. */
  private static final List<String> DROPPED =
      List.of(
          "CPATH",
          "C_INCLUDE_PATH",
          "LIBRARY_PATH",
          "COMPILER_PATH",
          "GCC_EXEC_PREFIX",
          "DEPENDENCIES_OUTPUT",
          "SUNPRO_DEPENDENCIES",
          "CCC_OVERRIDE_OPTIONS");

  private Subprocess() {}

  /** What a finished program left: its exit code, and its output and errors as one text. */
  record Outcome(int code, String output) {}

  /**
   * Runs a command to its end.
   *
   * @throws IOException if it cannot be started or does not end in time
   */
  static Outcome run(List<String> command, Path directory, long seconds) throws IOException {
    Path output = Files.createTempFile("croton-", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.PIPE);
      clean(builder.environment());
      Process process = builder.start();
      process.getOutputStream().close();
      int code = await(process, command.get(0), seconds);
      return new Outcome(code, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static int await(Process process, String program, long seconds) throws IOException {
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new IOException(program + " did not finish within " + seconds + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program + " ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void clean(Map<String, String> environment) {
    DROPPED.forEach(environment::remove);
    environment.put("LC_ALL", "C");
  }
}

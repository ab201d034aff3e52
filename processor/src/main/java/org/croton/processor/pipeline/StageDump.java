package org.croton.processor.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of each stage of a method, kept for a bug report and written to files where the build
 * asks for it.
 */
final class StageDump {
  private final @Nullable Path directory;
  private final String name;
  private final Map<String, String> stages = new LinkedHashMap<>();

  /**
   * @param directory null to write no files
   * @param name of the class and method, as file names begin
   */
  StageDump(@Nullable Path directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  /** Notes a stage: {@code graph}, {@code rewritten}, {@code loops}, {@code c}. */
  void stage(String stage, String text) {
    stages.put(stage, text);
    if (directory != null) {
      String file = name + "." + stages.size() + "-" + stage + ".txt";
      try {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(file), text);
      } catch (IOException e) {
        throw new UncheckedIOException("-Acroton.dump: cannot write " + file, e);
      }
    }
  }

  /** All stages so far, for a bug report. */
  String text() {
    StringBuilder text = new StringBuilder();
    stages.forEach(
        (stage, content) ->
            text.append("--- ")
                .append(name)
                .append(' ')
                .append(stage)
                .append('\n')
                .append(content));
    return text.toString();
  }
}

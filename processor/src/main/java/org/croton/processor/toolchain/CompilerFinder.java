package org.croton.processor.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the C compiler: {@code -Acroton.cc=} if given, else the variable {@code CC}, else {@code
 * gcc} and then {@code clang} on the path. What the user named must work; what was only found may
 * be passed over for the next.
 */
public final class CompilerFinder {
  private static final int OLDEST_GCC = 11;
  private static final int OLDEST_CLANG = 12;
  private static final long SECONDS = 20;
  private static final Pattern CLANG = Pattern.compile("clang version (\\d+)");
  private static final Pattern GCC = Pattern.compile("(?:\\)|gcc) (\\d+)\\.\\d+");
  private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z0-9_./=+:,@-]+");

  private final Map<String, String> environment;

  /** Looks in the given environment variables: {@code CC} and {@code PATH}. */
  public CompilerFinder(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The compiler to use.
   *
   * @param option value of {@code -Acroton.cc=}, null if not given
   * @throws ToolchainFailure {@code missing-c-compiler} or {@code old-c-compiler}
   */
  public CCompiler find(@Nullable String option) {
    if (option != null && !option.isBlank()) {
      return named(option, "-Acroton.cc=" + option);
    }
    String variable = environment.getOrDefault("CC", "");
    if (!variable.isBlank()) {
      return named(variable, "CC=" + variable);
    }
    return onPath();
  }

  private CCompiler named(String text, String origin) {
    Optional<Path> whole = locate(text.trim());
    List<String> words =
        whole.isPresent() ? List.of(text.trim()) : List.of(text.trim().split("\\s+", -1));
    Optional<Path> program = locate(words.get(0));
    if (program.isEmpty()) {
      throw new ToolchainFailure(
          "missing-c-compiler",
          origin + ": there is no program \"" + words.get(0) + "\". " + remedy());
    }
    List<String> command = new ArrayList<>(List.of(program.get().toString()));
    for (String argument : words.subList(1, words.size())) {
      if (!ARGUMENT.matcher(argument).matches()) {
        throw new ToolchainFailure(
            "missing-c-compiler",
            origin + ": \"" + argument + "\" is no plain argument. " + remedy());
      }
      command.add(argument);
    }
    return inspect(command, origin);
  }

  private CCompiler onPath() {
    @Nullable ToolchainFailure first = null;
    for (String name : List.of("gcc", "clang")) {
      Optional<Path> program = locate(name);
      if (program.isPresent()) {
        try {
          return inspect(List.of(program.get().toString()), name + " on the path");
        } catch (ToolchainFailure failure) {
          first = first == null ? failure : first;
        }
      }
    }
    throw first != null
        ? first
        : new ToolchainFailure(
            "missing-c-compiler",
            "found no C compiler: neither gcc nor clang is on the path. " + remedy());
  }

  private static CCompiler inspect(List<String> command, String origin) {
    String version = ask(command, "--version", origin).lines().findFirst().orElse("");
    checkVersion(version, origin);
    return new CCompiler(
        command, version, Platform.ofTarget(ask(command, "-dumpmachine", origin).trim()));
  }

  private static String ask(List<String> command, String question, String origin) {
    List<String> whole = new ArrayList<>(command);
    whole.add(question);
    try {
      Subprocess.Outcome outcome = Subprocess.run(whole, Path.of("."), SECONDS);
      if (outcome.code() == 0) {
        return outcome.output();
      }
      throw new ToolchainFailure(
          "missing-c-compiler",
          origin
              + " does not work: it answered "
              + question
              + " with exit code "
              + outcome.code()
              + ". "
              + remedy());
    } catch (IOException e) {
      throw new ToolchainFailure(
          "missing-c-compiler", origin + " does not start: " + e.getMessage() + ". " + remedy());
    }
  }

  private static void checkVersion(String version, String origin) {
    Matcher clang = CLANG.matcher(version);
    Matcher gcc = GCC.matcher(version);
    boolean isClang = clang.find();
    if (!isClang && !gcc.find()) {
      throw new ToolchainFailure(
          "missing-c-compiler",
          origin + " is neither gcc nor clang: its version is \"" + version + "\". " + remedy());
    }
    int major = Integer.parseInt(isClang ? clang.group(1) : gcc.group(1));
    if (major < (isClang ? OLDEST_CLANG : OLDEST_GCC)) {
      throw new ToolchainFailure(
          "old-c-compiler", origin + " is \"" + version + "\", which is too old. " + remedy());
    }
  }

  private static String remedy() {
    return "Needed is gcc " + OLDEST_GCC + " or newer, or clang " + OLDEST_CLANG + " or newer.";
  }

  private Optional<Path> locate(String program) {
    if (program.contains("/") || program.contains(File.separator)) {
      return executable(program);
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Optional<Path> found =
          folder.isEmpty() ? Optional.empty() : executable(folder + File.separator + program);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> executable(String text) {
    try {
      Path path = Path.of(text).toAbsolutePath();
      return Files.isRegularFile(path) && Files.isExecutable(path)
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}

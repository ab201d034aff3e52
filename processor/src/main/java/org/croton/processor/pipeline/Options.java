package org.croton.processor.pipeline;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.rewrite.RewriteOptions;
import org.croton.processor.toolchain.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the build asked for with {@code -Acroton.NAME=VALUE}.
 *
 * @param cc the C compiler, null for the one that is found
 * @param levels instruction sets to build for, empty for the platform's usual ones
 * @param real element type that {@code @Real} means
 * @param verify what the build proves on samples: {@code grad}, {@code rewrites}
 * @param report what the build prints: {@code time}, {@code memory}
 * @param debug keeps symbols in libraries
 * @param dump directory for the stages of every method, null for none
 * @param rewrites which rewrites may run
 * @param fuse false keeps every operation in loops of its own
 * @param cache directory of built libraries, null for the user's
 */
public record Options(
    @Nullable String cc,
    List<Level> levels,
    DType real,
    Set<String> verify,
    Set<String> report,
    boolean debug,
    @Nullable Path dump,
    RewriteOptions rewrites,
    boolean fuse,
    @Nullable Path cache) {
  private static final String PREFIX = "croton.";

  /** Names of all options, as javac wants to know them. */
  static final Set<String> NAMES =
      Set.of(
          PREFIX + "cc",
          PREFIX + "levels",
          PREFIX + "real",
          PREFIX + "verify",
          PREFIX + "report",
          PREFIX + "targets",
          PREFIX + "debug",
          PREFIX + "dump",
          PREFIX + "rewrites",
          PREFIX + "fuse",
          PREFIX + "cache");

  public Options {
    levels = List.copyOf(levels);
    verify = Set.copyOf(verify);
    report = Set.copyOf(report);
  }

  /**
   * Reads the options that javac passes on.
   *
   * @throws IllegalArgumentException naming the option, what was found and what is expected
   */
  public static Options parse(Map<String, String> given) {
    for (String name : new TreeSet<>(given.keySet())) {
      if (name.startsWith(PREFIX) && !NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "there is no option -A" + name + "; there are " + new TreeSet<>(NAMES));
      }
    }
    Reader reader = new Reader(given);
    reader.read("targets", "c", Options::target);
    return new Options(
        given.get(PREFIX + "cc"),
        reader.read("levels", "", text -> text.isEmpty() ? List.<Level>of() : Level.parse(text)),
        reader.read("real", "f32", Options::real),
        reader.read("verify", "", text -> words(text, Set.of("grad", "rewrites"), "")),
        given.containsKey(PREFIX + "report")
            ? reader.read("report", "", text -> words(text, Set.of("time", "memory"), "time"))
            : Set.of(),
        given.containsKey(PREFIX + "debug") && reader.read("debug", "true", Options::flag),
        reader.path("dump"),
        reader.read("rewrites", "all", RewriteOptions::parse),
        reader.read("fuse", "true", Options::flag),
        reader.path("cache"));
  }

  /** Options by short name; what a value's parser throws is told with the option's name. */
  private record Reader(Map<String, String> given) {
    <T> T read(String name, String otherwise, Function<String, T> parser) {
      String value = given.getOrDefault(PREFIX + name, otherwise);
      String text = value == null ? "" : value.strip();
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "-A" + PREFIX + name + "=" + text + ": " + e.getMessage(), e);
      }
    }

    @Nullable Path path(String name) {
      return given.containsKey(PREFIX + name) ? read(name, "", Options::directory) : null;
    }
  }

  private static String target(String text) {
    if (!text.equals("c")) {
      throw new IllegalArgumentException("the only target is c");
    }
    return text;
  }

  private static DType real(String text) {
    switch (text.toLowerCase(Locale.ROOT)) {
      case "f32":
        return DType.F32;
      case "f64":
        return DType.F64;
      default:
        throw new IllegalArgumentException("expected f32 or f64");
    }
  }

  private static boolean flag(String text) {
    switch (text.toLowerCase(Locale.ROOT)) {
      case "":
      case "true":
        return true;
      case "false":
        return false;
      default:
        throw new IllegalArgumentException("expected true or false");
    }
  }

  private static Path directory(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("expected a directory");
    }
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no path: " + e.getReason(), e);
    }
  }

  private static Set<String> words(String text, Set<String> known, String alone) {
    Set<String> words = new TreeSet<>();
    for (String word : (text.isEmpty() ? alone : text).split("[, ]+", -1)) {
      if (!word.isEmpty() && !known.contains(word)) {
        throw new IllegalArgumentException("expected some of " + new TreeSet<>(known));
      }
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}

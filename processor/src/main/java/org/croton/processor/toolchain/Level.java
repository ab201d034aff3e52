package org.croton.processor.toolchain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An instruction set that a library is built for; the loader picks the best that the CPU has. */
public enum Level {
  /** SSE4.2: every x86-64 machine since about 2009. */
  V2("v2", "-march=x86-64-v2"),
  /** AVX2 and FMA. */
  V3("v3", "-march=x86-64-v3"),
  /** AVX-512 F, BW, CD, DQ and VL, in full width: clang takes half of it unless told. */
  V4("v4", "-march=x86-64-v4", "-mprefer-vector-width=512"),
  /** What the compiler builds by default: the only level outside x86-64. */
  BASE("base");

  private final String suffix;
  private final List<String> flags;

  Level(String suffix, String... flags) {
    this.suffix = suffix;
    this.flags = List.of(flags);
  }

  /** As in file names and options: {@code v3}. */
  public String suffix() {
    return suffix;
  }

  List<String> flags() {
    return flags;
  }

  /** The levels that a library for the platform is built for unless the user says otherwise. */
  public static List<Level> defaults(Platform platform) {
    return platform.isX86() ? List.of(V2, V3, V4) : List.of(BASE);
  }

  /**
   * Reads the value of {@code -Acroton.levels=}, such as {@code v2,v3}; the order does not matter.
   *
   * @throws IllegalArgumentException if it names no level or an unknown one
   */
  public static List<Level> parse(String text) {
    Set<Level> found = new LinkedHashSet<>();
    for (String part : text.split("[,;: ]+", -1)) {
      if (!part.isEmpty()) {
        found.add(one(part.toLowerCase(Locale.ROOT)));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no level in \"" + text + "\"; levels are v2, v3 and v4");
    }
    List<Level> sorted = new ArrayList<>(found);
    sorted.sort(null);
    return sorted;
  }

  private static Level one(String name) {
    for (Level level : values()) {
      if (level.suffix.equals(name) && level != BASE) {
        return level;
      }
    }
    throw new IllegalArgumentException("unknown level \"" + name + "\"; levels are v2, v3 and v4");
  }
}

package org.croton.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.croton.CrotonException;

/**
 * What instructions a library needs, or a processor has: a level of x86-64's microarchitecture, or
 * just the baseline of another family. Each level includes those before it.
 */
public enum CpuLevel {
  /** Whatever every processor of the platform has. */
  BASE(""),
  /** x86-64-v2: SSE 4.2 and POPCNT. */
  V2("cx16 lahf_lm popcnt ssse3 sse4_1 sse4_2"),
  /** x86-64-v3: AVX2, FMA and BMI. */
  V3("abm avx avx2 bmi1 bmi2 f16c fma movbe xsave"),
  /** x86-64-v4: AVX-512 F, BW, CD, DQ and VL. */
  V4("avx512f avx512bw avx512cd avx512dq avx512vl");

  private static final String PROPERTY = "croton.level";
  private static final int CPUINFO_BLOCK = 16384;

  private final String flags;

  CpuLevel(String flags) {
    this.flags = flags;
  }

  /**
   * The level that libraries may use in this process: the processor's, or the one that the system
   * property {@code croton.level} (v2, v3 or v4) names.
   *
   * @throws CrotonException if the property names no level, or one that the processor lacks
   */
  static CpuLevel current() {
    CpuLevel own = of(firstBlock("/proc/cpuinfo"));
    String wanted = System.getProperty(PROPERTY);
    if (wanted == null) {
      return own;
    }
    CpuLevel level = named(wanted);
    if (level.compareTo(own) > 0) {
      throw new CrotonException(
          "-D"
              + PROPERTY
              + "="
              + wanted
              + " asks for more than this processor has: "
              + own.name().toLowerCase(Locale.ROOT));
    }
    return level;
  }

  private static CpuLevel named(String text) {
    for (CpuLevel level : values()) {
      if (level.name().equalsIgnoreCase(text)) {
        return level;
      }
    }
    throw new CrotonException("-D" + PROPERTY + "=" + text + " is none of base, v2, v3, v4");
  }

  /**
   * The level of a processor that the text of {@code /proc/cpuinfo} describes; BASE if it does not.
   */
  static CpuLevel of(String cpuinfo) {
    Set<String> has = flags(cpuinfo);
    CpuLevel best = BASE;
    for (CpuLevel level : values()) {
      if (!level.flags.isEmpty() && !has.containsAll(words(level.flags))) {
        break;
      }
      best = level;
    }
    return best;
  }

  private static Set<String> flags(String cpuinfo) {
    int start = cpuinfo.indexOf("\nflags");
    int colon = start < 0 ? -1 : cpuinfo.indexOf(':', start);
    if (colon < 0) {
      return Set.of();
    }
    int end = cpuinfo.indexOf('\n', colon);
    String line = cpuinfo.substring(colon + 1, end < 0 ? cpuinfo.length() : end);
    return new HashSet<>(words(line.trim()));
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" ", -1));
  }

  /**
   * The start of the file, which describes the first processor; empty where there is no such file.
   */
  private static String firstBlock(String file) {
    try (InputStream in = new FileInputStream(file)) {
      return new String(in.readNBytes(CPUINFO_BLOCK), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}

package org.croton.runtime;

import java.util.Locale;

/**
 * The name of the system and processor family, as JavaCPP spells it, for example {@code
 * linux-x86_64}.
 */
public final class Platform {
  private Platform() {}

  /** The platform of this process. */
  public static String current() {
    return name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static String name(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    return system(os) + "-" + processor(arch);
  }

  private static String system(String os) {
    if (os.startsWith("mac") || os.startsWith("darwin")) {
      return "macosx";
    }
    return os.startsWith("windows") ? "windows" : os.split(" ", -1)[0];
  }

  private static String processor(String arch) {
    return switch (arch) {
      case "amd64", "x86-64", "x64", "x86_64" -> "x86_64";
      case "i386", "i486", "i586", "i686", "x86" -> "x86";
      case "aarch64", "armv8", "arm64" -> "arm64";
      default -> arch.startsWith("arm") ? "armhf" : arch;
    };
  }
}

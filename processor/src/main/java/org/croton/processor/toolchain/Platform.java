package org.croton.processor.toolchain;

import java.util.Locale;

/**
 * What a compiler builds for, named as JavaCPP and its presets name their resource folders.
 *
 * @param os {@code linux} or {@code macosx}
 * @param arch {@code x86_64} or {@code arm64}
 */
public record Platform(String os, String arch) {
  /**
   * Reads a compiler's target, such as {@code x86_64-linux-gnu}.
   *
   * @throws ToolchainFailure {@code missing-c-compiler}
   */
  public static Platform ofTarget(String triple) {
    String text = triple.trim().toLowerCase(Locale.ROOT);
    String os = text.contains("linux") ? "linux" : text.contains("darwin") ? "macosx" : "";
    String arch =
        text.startsWith("x86_64-") || text.startsWith("amd64-")
            ? "x86_64"
            : text.startsWith("aarch64-") || text.startsWith("arm64-") ? "arm64" : "";
    if (os.isEmpty() || arch.isEmpty()) {
      throw new ToolchainFailure(
          "missing-c-compiler",
          "the C compiler builds for \""
              + triple.trim()
              + "\"; supported are x86_64 and aarch64 on Linux and macOS.");
    }
    return new Platform(os, arch);
  }

  public boolean isX86() {
    return arch.equals("x86_64");
  }

  /** File name extension of shared libraries, with the dot. */
  public String extension() {
    return os.equals("macosx") ? ".dylib" : ".so";
  }

  /** As in resource paths: {@code linux-x86_64}. */
  @Override
  public String toString() {
    return os + "-" + arch;
  }
}

package org.croton.runtime;

/**
 * One library that the build put beside a generated class.
 *
 * @param platform the platform it runs on, such as {@code linux-x86_64}
 * @param level the instructions it needs
 * @param file its file name, which differs between different contents
 * @param sha256 the hash of its bytes, in lower-case hexadecimal
 */
public record NativeLibrary(String platform, CpuLevel level, String file, String sha256) {
  /** The resource's path from the root of the class path. */
  String resource(String base) {
    return (base.isEmpty() ? "" : base + "/") + platform + "/" + file;
  }
}

package org.croton.runtime;

import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * One library that the build put beside a generated class.
 *
 * @param platform the platform it runs on, such as {@code linux-x86_64}
 * @param level the instructions it needs
 * @param file its file name, which differs between different contents
 * @param checksum of its bytes, see {@link #checksum}
 */
public record NativeLibrary(String platform, CpuLevel level, String file, String checksum) {
  private static final int DIGITS = 16;

  /**
   * What tells a library from another, or from one that was damaged: its CRC-32 and its Adler-32,
   * 16 digits in lower-case hexadecimal. Both are computed natively. They are no protection against
   * somebody who can write here: he could as well change the class that stands beside it.
   */
  public static String checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    Adler32 adler = new Adler32();
    adler.update(bytes);
    String digits = Long.toHexString(crc.getValue() << Integer.SIZE | adler.getValue());
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  /** The resource's path from the root of the class path. */
  String resource(String base) {
    return (base.isEmpty() ? "" : base + "/") + platform + "/" + file;
  }
}

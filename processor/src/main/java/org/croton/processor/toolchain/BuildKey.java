package org.croton.processor.toolchain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a build by everything its result depends on: the source, the flags and the compiler's
 * version. Equal keys mean equal libraries.
 *
 * @param text 64 hexadecimal digits
 */
public record BuildKey(String text) {
  static final int SHORT_DIGITS = 16;

  static BuildKey of(CCompiler compiler, List<String> flags, String source) {
    MessageDigest digest = sha256();
    feed(digest, compiler.version());
    feed(digest, compiler.platform().toString());
    compiler.command().subList(1, compiler.command().size()).forEach(word -> feed(digest, word));
    feed(digest, "");
    flags.forEach(flag -> feed(digest, flag));
    feed(digest, "");
    feed(digest, source);
    return new BuildKey(HexFormat.of().formatHex(digest.digest()));
  }

  /** SHA-256 of bytes, in lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** Enough digits for a file name. */
  public String brief() {
    return text.substring(0, SHORT_DIGITS);
  }

  private static void feed(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

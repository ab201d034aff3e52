package org.croton.processor.codegen.c;

import java.util.Locale;

/** Spells the C name of a native method as the JVM looks it up. */
final class JniNames {
  private JniNames() {}

  /**
   * The short name of a native method, which must not be overloaded with another native one.
   *
   * @param className binary name, e.g. {@code p.CompiledX$Kernels}
   */
  static String function(String className, String method) {
    StringBuilder name = new StringBuilder("Java_");
    String[] parts = className.split("\\.", -1);
    for (String part : parts) {
      escape(part, name);
      name.append('_');
    }
    escape(method, name);
    return name.toString();
  }

  private static void escape(String part, StringBuilder name) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '_') {
        name.append("_1");
      } else if (c == ';') {
        name.append("_2");
      } else if (c == '[') {
        name.append("_3");
      } else if (c < 128 && Character.isLetterOrDigit(c)) {
        name.append(c);
      } else {
        name.append(String.format(Locale.ROOT, "_0%04x", (int) c));
      }
    }
  }
}

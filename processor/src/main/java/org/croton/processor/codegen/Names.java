package org.croton.processor.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Gives each thing of a function one identifier that is valid in C and Java and used once. */
public final class Names {
  private static final Set<String> RESERVED =
      Set.of(
          "auto",
          "break",
          "case",
          "char",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extern",
          "float",
          "for",
          "goto",
          "if",
          "inline",
          "int",
          "long",
          "register",
          "restrict",
          "return",
          "short",
          "signed",
          "sizeof",
          "static",
          "struct",
          "switch",
          "typedef",
          "union",
          "unsigned",
          "void",
          "volatile",
          "while",
          "abstract",
          "assert",
          "boolean",
          "byte",
          "catch",
          "class",
          "extends",
          "final",
          "finally",
          "implements",
          "import",
          "instanceof",
          "interface",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "strictfp",
          "super",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "true",
          "false",
          "workspace",
          "slots",
          "failure",
          "asm",
          "typeof",
          "unix",
          "linux",
          "main",
          "var",
          "record",
          "yield");

  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, String> sizes = new HashMap<>();
  private final Set<String> used = new HashSet<>(RESERVED);

  /** The identifier of a thing, made from a wish at first sight. */
  public String of(Object thing, String wish) {
    return names.computeIfAbsent(thing, key -> unique(wish));
  }

  /** The identifier of a named size. */
  public String size(String name) {
    return sizes.computeIfAbsent(name, key -> unique("n_" + name));
  }

  private String unique(String wish) {
    String plain = wish.startsWith("this.") ? wish.substring(5) : wish;
    StringBuilder clean = new StringBuilder();
    plain
        .codePoints()
        .forEach(c -> clean.append(c < 128 && Character.isLetterOrDigit(c) ? (char) c : '_'));
    if (clean.length() == 0 || !Character.isLetter(clean.charAt(0))) {
      clean.insert(0, 'v');
    }
    String base = clean.toString();
    String name = base;
    for (int i = 2; !used.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }
}

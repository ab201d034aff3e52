package org.croton.processor.codegen.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.croton.DType;
import org.croton.processor.loop.Primitive;

/**
 * The kernel headers that a generated file needs. Their text is pasted into it, each once and after
 * what it includes itself, so that the file compiles anywhere. A template is pasted where it is
 * included, as often as it is.
 */
final class CLibrary {
  private static final String FOLDER = "/org/croton/processor/kernels/";
  private static final String TEMPLATE = "_template.h";

  private final Set<String> headers = new TreeSet<>();
  private final Set<String> definitions = new TreeSet<>();

  CLibrary() {
    headers.add("base.h");
    headers.add("scalar.h");
  }

  void use(Primitive primitive, DType dtype) {
    if (isOwn(primitive, dtype)) {
      headers.add(primitive.name().toLowerCase(Locale.ROOT) + ".h");
    }
  }

  void use(String header) {
    headers.add(header);
  }

  /** Adds a line behind the headers. */
  void define(String definition) {
    definitions.add(definition);
  }

  /** True for a function of the mathematics library. */
  static boolean isOwn(Primitive primitive, DType dtype) {
    return dtype.isFloating() && isOwnFile(primitive);
  }

  private static boolean isOwnFile(Primitive primitive) {
    switch (primitive) {
      case CBRT:
      case EXP:
      case EXP2:
      case LOG:
      case LOG2:
      case LOG10:
      case LOG1P:
      case EXPM1:
      case SIGMOID:
      case SOFTPLUS:
      case TANH:
      case SIN:
      case COS:
      case TAN:
      case ASIN:
      case ACOS:
      case ATAN:
      case SINH:
      case COSH:
      case ERF:
      case POW:
      case ATAN2:
      case HYPOT:
        return true;
      default:
        return false;
    }
  }

  /** The text of all headers in use, in an order that depends on their names alone. */
  String text() {
    StringBuilder system = new StringBuilder();
    StringBuilder own = new StringBuilder();
    Set<String> done = new LinkedHashSet<>();
    headers.forEach(header -> paste(header, done, system, own));
    definitions.forEach(definition -> own.append(definition).append('\n'));
    return system.append(own).toString();
  }

  private void paste(String header, Set<String> done, StringBuilder system, StringBuilder own) {
    if (!done.add(header)) {
      return;
    }
    StringBuilder body = new StringBuilder();
    for (String line : read(header).split("\n", -1)) {
      String directive = line.strip();
      if (directive.startsWith("#include \"") && directive.endsWith(TEMPLATE + "\"")) {
        body.append(read(directive.substring(10, directive.length() - 1)));
      } else if (directive.startsWith("#include \"")) {
        paste(directive.substring(10, directive.length() - 1), done, system, own);
      } else if (directive.startsWith("#include <")) {
        if (system.indexOf(directive + "\n") < 0) {
          system.append(directive).append('\n');
        }
      } else {
        body.append(line).append('\n');
      }
    }
    own.append(body);
  }

  private static String read(String header) {
    try (InputStream in = CLibrary.class.getResourceAsStream(FOLDER + header)) {
      if (in == null) {
        throw new IllegalStateException("the processor's jar lacks " + FOLDER + header);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.croton.processor.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.croton.DType;

/**
 * Reads types, shapes and dims back from their text form. Throws {@link IllegalArgumentException}
 * for anything else.
 */
public final class TypeText {
  private final Set<String> existential;

  /** Reads names as rigid, those in {@code existential} excepted. */
  public TypeText(Set<String> existential) {
    this.existential = Set.copyOf(existential);
  }

  /** Parts of a text between commas outside all brackets, without blanks around them. */
  public static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = text.substring(start).strip();
    if (!last.isEmpty() || !parts.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  /** For example {@code f32[rows, 784]}, {@code i64} or {@code token}. */
  public Type type(String text) {
    if (text.equals(Token.TOKEN.toString())) {
      return Token.TOKEN;
    }
    int bracket = text.indexOf('[');
    String dtype = bracket < 0 ? text : text.substring(0, bracket);
    return new TensorType(
        dtype(dtype), bracket < 0 ? Shape.SCALAR : shape(text.substring(bracket)));
  }

  /** For example {@code f32}. */
  public static DType dtype(String text) {
    return DType.valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** For example {@code [rows, 784]}. */
  public Shape shape(String text) {
    return new Shape(dims(text));
  }

  /** The dims of a list in brackets. */
  public List<Dim> dims(String text) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      throw new IllegalArgumentException("not a list in brackets: " + text);
    }
    return split(text.substring(1, text.length() - 1)).stream().map(this::dim).toList();
  }

  /** For example {@code 2*h + 1}. */
  public Dim dim(String text) {
    return new DimReader(text, existential).read();
  }
}

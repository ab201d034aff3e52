package org.croton.processor.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message about one mistake.
 *
 * @param code its stable identity
 * @param span the sub-expression it is about, or null if it is about the build as a whole
 * @param text what was found and what was expected, in the user's names
 * @param notes further places and facts, one line each
 */
public record Diagnostic(Code code, @Nullable Span span, String text, List<String> notes) {
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /** A message made from the code's template; see {@link Code#text}. */
  public static Diagnostic of(Code code, @Nullable Span span, Object... arguments) {
    return new Diagnostic(code, span, code.text(arguments), List.of());
  }

  /** The same message with one more note. */
  public Diagnostic note(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Diagnostic(code, span, text, more);
  }

  /** As the user reads it: the id in brackets, the text, then notes and hint on their own lines. */
  public String message() {
    StringBuilder message = new StringBuilder("[" + code.id() + "] " + text);
    notes.forEach(note -> message.append("\n    ").append(note));
    if (!code.hint().isEmpty()) {
      message.append("\n    hint: ").append(code.hint());
    }
    return message.toString();
  }
}

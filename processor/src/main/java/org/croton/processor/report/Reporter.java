package org.croton.processor.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects diagnostics and passes each one on once: the same code at the same place is one mistake,
 * however often the code there was read. While a draft is open nothing is passed on.
 */
public final class Reporter {
  private record Key(Code code, Object place) {}

  private final Sink sink;
  private final Set<Key> seen = new HashSet<>();
  private final List<List<Diagnostic>> drafts = new ArrayList<>();
  private int errors;

  public Reporter(Sink sink) {
    this.sink = sink;
  }

  /** Passes it on, or holds it back with the others of a draft; a bug is never held back. */
  public void report(Diagnostic diagnostic) {
    if (!drafts.isEmpty() && diagnostic.code() != Code.BUG) {
      drafts.get(drafts.size() - 1).add(diagnostic);
      return;
    }
    Span span = diagnostic.span();
    if (!seen.add(new Key(diagnostic.code(), span == null ? diagnostic.text() : span))) {
      return;
    }
    if (diagnostic.code().severity() == Severity.ERROR) {
      errors++;
    }
    sink.accept(diagnostic);
  }

  /** From here on diagnostics are held back, until {@link #publish} or {@link #discard}. */
  public void draft() {
    drafts.add(new ArrayList<>());
  }

  /** Reports what was held back since the innermost {@link #draft}. */
  public void publish() {
    drafts.remove(drafts.size() - 1).forEach(this::report);
  }

  /** Forgets what was held back since the innermost {@link #draft}. */
  public void discard() {
    drafts.remove(drafts.size() - 1);
  }

  /** Errors passed on so far. */
  public int errors() {
    return errors;
  }

  /** Errors passed on so far and those held back. */
  public int errorsSoFar() {
    int held = 0;
    for (List<Diagnostic> draft : drafts) {
      for (Diagnostic diagnostic : draft) {
        held += diagnostic.code().severity() == Severity.ERROR ? 1 : 0;
      }
    }
    return errors + held;
  }
}

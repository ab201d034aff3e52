package org.croton.processor.report;

/** Where diagnostics go in the end: javac's log, or a list in a test. */
@FunctionalInterface
public interface Sink {
  void accept(Diagnostic diagnostic);
}

package org.croton.processor.report;

/** Thrown where the user's program is wrong; whoever can go on without the value reports it. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  public Mistake(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** A mistake at a place; the arguments fill the code's template. */
  public static Mistake of(Code code, Span span, Object... arguments) {
    return new Mistake(Diagnostic.of(code, span, arguments));
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}

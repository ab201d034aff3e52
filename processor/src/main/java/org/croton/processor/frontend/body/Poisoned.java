package org.croton.processor.frontend.body;

/** Thrown where a value is needed that an earlier mistake left undefined; nothing is reported. */
final class Poisoned extends RuntimeException {
  private static final long serialVersionUID = 1;

  Poisoned() {
    super("a mistake was reported before", null, false, false);
  }
}

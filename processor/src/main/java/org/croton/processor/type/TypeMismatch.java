package org.croton.processor.type;

/**
 * Thrown by type rules: the operands do not fit together. Carries a stable id and a text in the
 * user's names; whoever knows the source position turns it into a diagnostic.
 */
public final class TypeMismatch extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String id;

  /**
   * @param id stable id of the diagnostic, e.g. {@code shape-mismatch}
   * @param message what was found, what was expected, what to do
   */
  public TypeMismatch(String id, String message) {
    super(message);
    this.id = id;
  }

  public String id() {
    return id;
  }
}

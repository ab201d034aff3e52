package org.croton.processor.type;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by type rules: the operands do not fit together. Carries a stable id and a text in the
 * user's names; whoever knows the source position turns it into a diagnostic.
 */
public final class TypeMismatch extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String id;
  private final transient @Nullable Dim left;
  private final transient @Nullable Dim right;

  /**
   * @param id stable id of the diagnostic, e.g. {@code shape-mismatch}
   * @param message what was found, what was expected, what to do
   */
  public TypeMismatch(String id, String message) {
    this(id, message, null, null);
  }

  /**
   * A mismatch of two sizes.
   *
   * @param left a dim that was found
   * @param right the dim that it should be equal to
   */
  public TypeMismatch(String id, String message, @Nullable Dim left, @Nullable Dim right) {
    super(message);
    this.id = id;
    this.left = left;
    this.right = right;
  }

  /** One of two dims that differ, or null if the mismatch is of another kind. */
  public @Nullable Dim left() {
    return left;
  }

  /** The other dim. */
  public @Nullable Dim right() {
    return right;
  }

  /** The message, which is always there. */
  public String text() {
    return String.valueOf(getMessage());
  }

  public String id() {
    return id;
  }
}

package org.croton;

import org.jspecify.annotations.Nullable;

/** Says that a tensor program was used wrongly, or cannot go on, and what to do about it. */
public class CrotonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes an exception with what was found, what was expected and what to do. */
  public CrotonException(String message) {
    super(message);
  }

  /** Makes an exception that another one caused. */
  public CrotonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

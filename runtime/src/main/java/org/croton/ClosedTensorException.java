package org.croton;

/** Says that a tensor was used after it was closed. */
public class ClosedTensorException extends CrotonException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public ClosedTensorException() {
    super("tensor is closed");
  }

  /** Makes the exception for a tensor that was passed somewhere, for example {@code train: x}. */
  public ClosedTensorException(String where) {
    super(where + ": tensor is closed");
  }
}

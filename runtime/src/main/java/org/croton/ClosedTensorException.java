package org.croton;

/** Says that a tensor was used after it was closed. */
public class ClosedTensorException extends CrotonException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public ClosedTensorException() {
    super("tensor is closed");
  }
}

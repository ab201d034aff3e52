package org.croton;

/** Says that a tensor or Java array has the wrong shape, or one that cannot exist. */
public class ShapeException extends CrotonException {
  private static final long serialVersionUID = 1L;

  /** Makes an exception that names the value and both shapes. */
  public ShapeException(String message) {
    super(message);
  }
}

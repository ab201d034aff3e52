package org.croton;

/** Says that a tensor has an element type other than the one needed. */
public class DTypeException extends CrotonException {
  private static final long serialVersionUID = 1L;

  /** Makes an exception that names the value and both element types. */
  public DTypeException(String message) {
    super(message);
  }
}

package org.croton;

/** Says that two threads called one stateful compiled object at the same time. */
public class ConcurrentUseException extends CrotonException {
  private static final long serialVersionUID = 1L;

  /** Makes an exception that names the class and both threads. */
  public ConcurrentUseException(String message) {
    super(message);
  }
}

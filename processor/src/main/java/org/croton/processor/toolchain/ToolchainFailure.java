package org.croton.processor.toolchain;

/**
 * Thrown when no library can be built. The message says what was found, what was expected and what
 * to do; whoever knows the source position turns it into a diagnostic.
 */
public final class ToolchainFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String id;

  /**
   * @param id stable id of the diagnostic: {@code missing-c-compiler}, {@code old-c-compiler} or
   *     {@code c-compiler-failed}
   * @param message the text for the user
   */
  public ToolchainFailure(String id, String message) {
    super(message);
    this.id = id;
  }

  public String id() {
    return id;
  }
}

package org.croton;

/** Says that a dim was named where names mean nothing: outside compiled code. */
final class DimNames {
  private DimNames() {}

  /** The exception to throw, quoting the call. */
  static CrotonException refused(String method, String... names) {
    return new CrotonException(
        method
            + "(\""
            + String.join("\", \"", names)
            + "\"): dim names exist in compiled code only; a plain Java run needs numbers instead");
  }
}

package org.croton.processor.report;

/** How serious a message is. */
public enum Severity {
  /** The class is not generated. */
  ERROR,
  /** Legal, but nearly always a mistake. */
  WARNING,
  /** Information. */
  NOTE
}

package org.croton.annotation;

/** What a derivative with respect to something that does not influence the result is. */
public enum Disconnected {
  /** A compile error: asking for it is nearly always a mistake. */
  ERROR,

  /** Zero, in the shape of what was asked for. */
  ZERO
}

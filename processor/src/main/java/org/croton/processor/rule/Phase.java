package org.croton.processor.rule;

/** When a rule fires; each phase runs to a fixed point before the next. */
public enum Phase {
  /** Takes away what only differentiation needs; never runs before it. */
  ERASE,
  /** Towards one spelling of equal things. */
  CANONICALIZE,
  /** Towards the real value, even if the inner value is shared. */
  STABILIZE,
  /** Towards speed; needs a single use of what it takes apart. */
  SPECIALIZE
}

package org.croton.processor.rule;

/** What a rule promises about its result; held by a contract test against high precision. */
public enum Accuracy {
  /** The same bits. */
  EXACT,
  /** The same but for the sign of a zero. */
  EXACT_BUT_ZERO_SIGN,
  /**
   * The same but for a few units in the last place, as long as no intermediate value of either side
   * overflows or underflows.
   */
  REASSOCIATES,
  /**
   * As near to the real value as the left side, or within a few units in the last place of it or of
   * an input; may turn NaN or infinity finite.
   */
  CLOSER_TO_TRUTH
}

package org.croton.processor.rule;

/** What a rule promises about its result; held by a contract test against high precision. */
public enum Accuracy {
  /** The same bits. */
  EXACT,
  /** The same but for the sign of a zero. */
  EXACT_BUT_ZERO_SIGN,
  /** The same but for a few units in the last place. */
  REASSOCIATES,
  /** Never further from the real value than the left side; may turn NaN or infinity finite. */
  CLOSER_TO_TRUTH
}

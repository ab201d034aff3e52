package org.croton.processor.loop;

/**
 * Leaves the loop whose body it is in, at once, unless a condition holds. What the body carries to
 * the next iteration it does not carry then: the loop's results are the current values.
 *
 * @param unless BOOL
 */
public record Leave(Scalar unless) implements Step {}

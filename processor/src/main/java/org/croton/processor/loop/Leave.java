package org.croton.processor.loop;

import java.util.function.UnaryOperator;

/**
 * Leaves the loop whose body it is in, at once, unless a condition holds. What the body carries to
 * the next iteration it does not carry then: the loop's results are the current values.
 *
 * @param value the condition, BOOL
 */
public record Leave(Scalar value) implements Mark {
  @Override
  public Mark with(Scalar other, UnaryOperator<Buffer> memory) {
    return new Leave(other);
  }
}

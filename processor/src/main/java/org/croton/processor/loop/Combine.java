package org.croton.processor.loop;

/** How a nest's body enters the target element. All but {@code SET} start from their identity. */
public enum Combine {
  SET,
  SUM,
  PRODUCT,
  /** NaN propagates. */
  MAXIMUM,
  /** NaN propagates. */
  MINIMUM
}

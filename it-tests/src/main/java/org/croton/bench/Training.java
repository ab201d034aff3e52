package org.croton.bench;

/** A model that takes training steps on one batch. */
public interface Training {
  /** Takes one step and returns the cost before it. */
  double step();

  /** The sum of the absolute values of all parameters, in double. */
  double parameterSum();
}

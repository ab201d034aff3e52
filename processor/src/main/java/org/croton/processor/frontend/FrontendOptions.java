package org.croton.processor.frontend;

import org.croton.DType;

/**
 * What a build may choose about the reading of sources.
 *
 * @param real the element type that {@code @Real} means
 * @param unrollLimit build-time loops with more rounds than this become loops of the graph
 */
public record FrontendOptions(DType real, int unrollLimit) {
  /** {@code @Real} is F32; loops of up to 32 rounds are unrolled. */
  public static final FrontendOptions DEFAULTS = new FrontendOptions(DType.F32, 32);

  public FrontendOptions {
    if (!real.isFloating() || unrollLimit < 1) {
      throw new IllegalArgumentException(real + ", " + unrollLimit);
    }
  }
}

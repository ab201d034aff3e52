package org.croton.bench.ad;

import org.croton.annotation.Compiled;
import org.croton.annotation.Gradient;

/** A number times itself: the smallest program with a derivative. */
public final class Square {
  private Square() {}

  /** {@code x x}, whose derivative is {@code 2 x}. */
  @Compiled
  @Gradient
  public static double square(double x) {
    return x * x;
  }
}

package org.croton.processor.ops.elementwise;

import org.croton.DType;
import org.croton.processor.rule.Guard;

/** Casts of casts. */
final class CastChain {
  /**
   * The inner cast of {@code x} to {@code y} keeps every value, so that the outer one may skip it.
   */
  static final Guard LOSSLESS =
      new Guard(
          "the inner cast keeps every value",
          match -> {
            DType from = match.node("x").tensor().dtype();
            return DType.lossless(from, match.node("y").tensor().dtype());
          });

  private CastChain() {}
}

package org.croton.bench.kernels;

import static org.croton.Ops.exp;
import static org.croton.Ops.log;
import static org.croton.Ops.map;
import static org.croton.Ops.sin;
import static org.croton.Ops.tanh;

import org.croton.Tensor;
import org.croton.annotation.Compiled;
import org.croton.annotation.F32;

/** The five formulas over vectors of {@code F32}, as their text stands. */
public class ElementwiseF32 {
  ElementwiseF32() {}

  /** {@code a + a^10}. */
  @Compiled
  public static @F32("n") Tensor tenthPower(@F32("n") Tensor a) {
    return a.add(a.pow(10));
  }

  /** {@code a^2 + b^2 + 2ab}. */
  @Compiled
  public static @F32("n") Tensor square(@F32("n") Tensor a, @F32("n") Tensor b) {
    return map(a, b, (x, y) -> x * x + y * y + 2 * x * y);
  }

  /** {@code 1 / (1 + exp(-a))}. */
  @Compiled
  public static @F32("n") Tensor sigmoid(@F32("n") Tensor a) {
    return map(a, x -> 1 / (1 + exp(-x)));
  }

  /** {@code log(1 + exp(a))}. */
  @Compiled
  public static @F32("n") Tensor softplus(@F32("n") Tensor a) {
    return map(a, x -> log(1 + exp(x)));
  }

  /** {@code sin(a) exp(-b^2) + tanh(a)}. */
  @Compiled
  public static @F32("n") Tensor waves(@F32("n") Tensor a, @F32("n") Tensor b) {
    return map(a, b, (x, y) -> sin(x) * exp(-y * y) + tanh(x));
  }
}

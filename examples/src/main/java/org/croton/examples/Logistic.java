package org.croton.examples;

import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

/** The logistic function on a matrix, and its derivative at every element. */
public final class Logistic {
  private Logistic() {}

  /** Between 0 and 1; the naive text does not overflow, since the build knows the function. */
  @Compiled
  public static @F32("rows, columns") Tensor logistic(@F32("rows, columns") Tensor x) {
    return map(x, v -> 1 / (1 + exp(-v)));
  }

  /** The derivative, as the gradient of the sum: each element depends on its own input only. */
  @Compiled
  public static @F32("rows, columns") Tensor slope(@F32("rows, columns") Tensor x) {
    Tensor y = map(x, v -> 1 / (1 + exp(-v)));
    return grad(sum(y), x);
  }

  /** Prints both for a small matrix with numbers at which {@code exp} overflows. */
  public static void main(String[] arguments) {
    try (Tensor x = Tensor.of(new float[][] {{-1000, -1, 0}, {0.5f, 20, 1000}});
        Tensor y = CompiledLogistic.logistic(x);
        Tensor slope = CompiledLogistic.slope(x)) {
      System.out.println("logistic\n" + y);
      System.out.println("slope\n" + slope);
    }
  }
}

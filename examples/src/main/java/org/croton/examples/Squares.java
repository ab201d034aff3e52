package org.croton.examples;

import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

/** {@code a^2 + b^2 + 2 a b} over whole tensors, and its gradient with respect to both. */
public final class Squares {
  private Squares() {}

  @Compiled
  public static @F64("n") Tensor square(@F64("n") Tensor a, @F64("n") Tensor b) {
    return map(a, b, (x, y) -> x * x + y * y + 2 * x * y);
  }

  /** The sum of {@link #square}; both parts of its gradient are {@code 2 (a + b)}. */
  @Compiled
  @Gradient
  public static double total(@F64("n") Tensor a, @F64("n") Tensor b) {
    return sum(map(a, b, (x, y) -> x * x + y * y + 2 * x * y)).item();
  }

  /** Prints the squares of a few sums and their slopes. */
  public static void main(String[] arguments) {
    try (Tensor a = Tensor.of(-1, 0, 0.5, 2);
        Tensor b = Tensor.of(3.0, -0.5, 1, 0.25);
        Tensor square = CompiledSquares.square(a, b);
        Tensor slope = CompiledSquares.totalGradient(a, b).a()) {
      System.out.println("(a + b)^2  " + square);
      System.out.println("2 (a + b)  " + slope);
    }
  }
}

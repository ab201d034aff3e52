package org.croton.examples;

import org.croton.*;
import org.croton.annotation.*;

/** The first example of many tutorials: {@code a + a^10}, and its gradient. */
public final class Powers {
  private Powers() {}

  /** Four multiplications and one addition per element, in one pass. */
  @Compiled
  public static @F64("n") Tensor power(@F64("n") Tensor a) {
    return a.add(a.pow(10));
  }

  /** The sum of {@link #power}, whose gradient {@code 1 + 10 a^9} the build writes. */
  @Compiled
  @Gradient
  public static double total(@F64("n") Tensor a) {
    return a.add(a.pow(10)).sum().item();
  }

  /** Prints the powers of a few numbers and their slopes. */
  public static void main(String[] arguments) {
    try (Tensor a = Tensor.of(-1, 0, 0.5, 1, 2);
        Tensor power = CompiledPowers.power(a);
        Tensor slope = CompiledPowers.totalGradient(a).a()) {
      System.out.println("a           " + a);
      System.out.println("a + a^10    " + power);
      System.out.println("1 + 10 a^9  " + slope);
    }
  }
}

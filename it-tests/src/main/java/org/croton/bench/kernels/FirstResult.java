package org.croton.bench.kernels;

import org.croton.Tensor;

/** The shortest program with a kernel: what a process costs that loads a library and calls it. */
public final class FirstResult {
  private FirstResult() {}

  /** Prints {@code a + a^10} of three numbers. */
  public static void main(String... arguments) {
    System.out.println(CompiledElementwiseF64.tenthPower(Tensor.of(0.0, 1.0, 2.0)));
  }
}

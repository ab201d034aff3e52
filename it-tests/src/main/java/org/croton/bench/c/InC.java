package org.croton.bench.c;

import java.io.IOException;

/** A program in C and what it is to compute from, for comparison. */
public final class InC {
  private final String program;
  private final double[] input;

  /** One of the programs of this package, and the numbers that it reads. */
  public InC(String program, double... input) {
    this.program = program;
    this.input = input.clone();
  }

  /** Compiles the program and runs it in a process of its own; see {@link HandWrittenC#run}. */
  public HandWrittenC.Result run(double seconds) throws IOException, InterruptedException {
    return HandWrittenC.run(program, input, seconds);
  }
}

package org.croton.bench;

import java.util.Locale;

/** Five formulas over vectors; they show what fusing buys, and how good exp and its kin are. */
public enum Elementwise {
  /** {@code a + a^10}. */
  A(0.5, 1),
  /** {@code a^2 + b^2 + 2ab}. */
  B(0.5, 1),
  /** {@code 1 / (1 + exp(-a))}. */
  C(5, 0),
  /** {@code log(1 + exp(a))}. */
  D(5, 0),
  /** {@code sin(a) exp(-b^2) + tanh(a)}. */
  E(5, 0);

  private final double scale;
  private final double offset;

  Elementwise(double scale, double offset) {
    this.scale = scale;
    this.offset = offset;
  }

  /** The name under which results of vectors of {@code length} are reported. */
  public String workload(int length) {
    return "elemwise-%s-%s".formatted(name().toLowerCase(Locale.ROOT), shortest(length));
  }

  /** The first operand. */
  public double[] a(int length) {
    return Generator.doubles(length, 1, scale, offset);
  }

  /** The second operand; only B and E read it. */
  public double[] b(int length) {
    return this == B ? Generator.doubles(length, 2, 0.5, 1) : Generator.doubles(length, 2, 1, 0);
  }

  /** 1000, 100000, 1e+06, 1e+07: the shorter of the two spellings, as C's %g prints it. */
  private static String shortest(int length) {
    int exponent = (int) Math.round(Math.log10(length));
    boolean power = Math.round(Math.pow(10, exponent)) == length;
    return power && exponent > 5 ? "1e+0" + exponent : Integer.toString(length);
  }
}

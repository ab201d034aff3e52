package org.croton.bench.plain;

import org.croton.bench.Elementwise;
import org.croton.bench.Subject;

/** The five formulas in {@code double}, one loop each, into an array that is there already. */
public final class PlainElementwise implements Subject {
  private final double[] a;
  private final double[] b;
  private final double[] out;
  private final Runnable loop;

  /** The {@code formula} over vectors of {@code length}. */
  public PlainElementwise(Elementwise formula, int length) {
    a = formula.a(length);
    b = formula.b(length);
    out = new double[length];
    loop =
        switch (formula) {
          case A -> this::tenthPower;
          case B -> this::square;
          case C -> this::sigmoid;
          case D -> this::softplus;
          case E -> this::waves;
        };
  }

  @Override
  public void call() {
    loop.run();
  }

  @Override
  public double checksum() {
    double sum = 0;
    for (double each : out) {
      sum += each;
    }
    return sum;
  }

  private void tenthPower() {
    for (int i = 0; i < out.length; i++) {
      double x = a[i];
      double x2 = x * x;
      double x4 = x2 * x2;
      out[i] = x + x4 * x4 * x2;
    }
  }

  private void square() {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * a[i] + b[i] * b[i] + 2 * a[i] * b[i];
    }
  }

  private void sigmoid() {
    for (int i = 0; i < out.length; i++) {
      out[i] = 1 / (1 + Math.exp(-a[i]));
    }
  }

  private void softplus() {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.log(1 + Math.exp(a[i]));
    }
  }

  private void waves() {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.sin(a[i]) * Math.exp(-b[i] * b[i]) + Math.tanh(a[i]);
    }
  }
}

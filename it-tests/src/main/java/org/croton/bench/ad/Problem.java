package org.croton.bench.ad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.croton.bench.c.InC;
import org.jspecify.annotations.Nullable;

/**
 * One case of a problem: what computes its value and its derivatives, and what they have to be.
 *
 * @param name of problem, style and case
 * @param value computes the value
 * @param derivatives computes the derivatives, array by array
 * @param expected what the value and then the derivatives have to be
 * @param valueTolerance how far the value may be off, relative to the largest expected number
 * @param tolerance the same for derivatives
 * @param c the value in C; null where that would be nothing but a call
 */
public record Problem(
    String name,
    Supplier<double[]> value,
    Supplier<List<double[]>> derivatives,
    List<double[]> expected,
    double valueTolerance,
    double tolerance,
    @Nullable InC c) {

  /** A problem without its counterpart in C. */
  public Problem(
      String name,
      Supplier<double[]> value,
      Supplier<List<double[]>> derivatives,
      List<double[]> expected,
      double valueTolerance,
      double tolerance) {
    this(name, value, derivatives, expected, valueTolerance, tolerance, null);
  }

  /** The same, with what {@code program} in C computes of {@code input} to stand beside it. */
  public Problem inC(String program, double... input) {
    InC c = new InC(program, input);
    return new Problem(name, value, derivatives, expected, valueTolerance, tolerance, c);
  }

  /** What is off by more than it may be; empty when all is right. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    fault("value", value.get(), expected.get(0), valueTolerance, faults);
    List<double[]> found = derivatives.get();
    if (found.size() + 1 != expected.size()) {
      faults.add(name + ": " + found.size() + " derivatives");
      return faults;
    }
    for (int i = 0; i < found.size(); i++) {
      fault("derivative " + i, found.get(i), expected.get(i + 1), tolerance, faults);
    }
    return faults;
  }

  private void fault(
      String what, double[] found, double[] expected, double allowed, List<String> faults) {
    if (found.length != expected.length) {
      faults.add(name + ", " + what + ": " + found.length + " numbers, not " + expected.length);
      return;
    }
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(found[i] - expected[i]));
    }
    boolean close = difference <= allowed * largest;
    if (!close) {
      faults.add(name + ", " + what + ": off by " + difference / largest + " of the largest");
    }
  }
}

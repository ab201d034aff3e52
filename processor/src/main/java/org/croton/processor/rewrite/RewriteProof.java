package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Accuracy;

/**
 * Compares both sides of rewrites on samples: each is computed from random values of what lies some
 * way below it, of moderate size, where naive formulas are still right.
 */
public final class RewriteProof {
  private static final int SAMPLES = 4;

  private RewriteProof() {}

  /**
   * What came of comparing the rewrites of a graph.
   *
   * @param proved how many agreed
   * @param untested those that no sample could be computed for
   * @param disproofs those whose sides differ by more than they promise
   */
  public record Verdict(int proved, List<RewriteTrace.Firing> untested, List<Disproof> disproofs) {
    public Verdict {
      untested = List.copyOf(untested);
      disproofs = List.copyOf(disproofs);
    }
  }

  /** A rewrite whose sides differ. */
  public record Disproof(RewriteTrace.Firing firing, Literal before, Literal after) {
    /** The rewrite, and what either side gave. */
    @Override
    public String toString() {
      return firing + ": " + before + " became " + after;
    }
  }

  /** Throws {@link IllegalStateException} with what differs if some rewrite of a graph is wrong. */
  public static void check(RewriteTrace trace) {
    List<Disproof> disproofs = of(trace).disproofs();
    if (!disproofs.isEmpty()) {
      throw new IllegalStateException(
          disproofs.stream()
              .map(Disproof::toString)
              .collect(Collectors.joining("\n", "rewrites changed what the method means:\n", "")));
    }
  }

  /** Compares the sides of all rewrites of a graph, on the same samples each time. */
  public static Verdict of(RewriteTrace trace) {
    int proved = 0;
    List<RewriteTrace.Firing> untested = new ArrayList<>();
    List<Disproof> disproofs = new ArrayList<>();
    for (RewriteTrace.Firing firing : new LinkedHashSet<>(trace.firings())) {
      int compared = 0;
      List<Disproof> against = new ArrayList<>();
      for (int seed = 0; seed < SAMPLES && against.isEmpty(); seed++) {
        compared += compare(firing, seed, against) ? 1 : 0;
      }
      disproofs.addAll(against);
      if (compared == 0) {
        untested.add(firing);
      } else if (against.isEmpty()) {
        proved++;
      }
    }
    return new Verdict(proved, untested, disproofs);
  }

  /** False if the sample has no values to compare. */
  private static boolean compare(RewriteTrace.Firing firing, int seed, List<Disproof> against) {
    List<Node> sides = List.of(firing.before(), firing.after());
    Literal before;
    Literal after;
    try {
      Samples samples = new Samples(sides, seed);
      SampleRun run = new SampleRun(samples.leaves(), samples.sizes());
      before = run.value(firing.before());
      after = run.value(firing.after());
    } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException failing) {
      return false; // the sample is one on which the program itself fails
    }
    int compared = 0;
    for (int i = 0; i < before.count(); i++) {
      if (!before.dtype().isFloating() || Double.isFinite(before.real(i))) {
        compared++;
        if (!agree(firing, before, after, i)) {
          against.add(new Disproof(firing, before, after));
          return true;
        }
      }
    }
    return compared > 0;
  }

  private static boolean agree(RewriteTrace.Firing firing, Literal before, Literal after, int i) {
    if (!before.dtype().isFloating()) {
      return before.integer(i) == after.integer(i);
    }
    double x = before.real(i);
    double y = after.real(i);
    Accuracy promise = firing.rule() == null ? Accuracy.EXACT : firing.rule().accuracy();
    switch (promise) {
      case EXACT:
        return Double.doubleToLongBits(x) == Double.doubleToLongBits(y);
      case EXACT_BUT_ZERO_SIGN:
        return x == y;
      default:
        double roundings = before.dtype() == DType.F32 ? 1e-4 : 1e-11;
        return Math.abs(x - y) <= roundings * (1 + Math.abs(x));
    }
  }
}

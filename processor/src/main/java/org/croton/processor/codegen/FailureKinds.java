package org.croton.processor.codegen;

import java.util.Arrays;
import java.util.List;
import org.croton.processor.loop.Bodies;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Statement;
import org.croton.runtime.KernelFailure;

/**
 * What a failing check means to the caller, by site. The facts tell: an index and a size, the
 * dividend of a division, or none for a condition that the user wrote.
 */
public final class FailureKinds {
  private FailureKinds() {}

  /** Codes of {@link KernelFailure}, indexed by site; 0 for a number without a check. */
  public static int[] of(LoopFunction function) {
    int[] kinds = new int[0];
    return collect(function.body(), kinds);
  }

  private static int[] collect(List<Statement> statements, int[] known) {
    int[] kinds = known;
    for (Statement statement : statements) {
      if (statement instanceof Statement.Require) {
        Check check = ((Statement.Require) statement).check();
        kinds = Arrays.copyOf(kinds, Math.max(kinds.length, check.site() + 1));
        kinds[check.site()] = kind(check);
      } else if (statement instanceof Statement.Grow) {
        int site = ((Statement.Grow) statement).site();
        kinds = Arrays.copyOf(kinds, Math.max(kinds.length, site + 1));
        kinds[site] = KernelFailure.MEMORY;
      }
      kinds = collect(Bodies.of(statement), kinds);
    }
    return kinds;
  }

  /** The code for one check. */
  public static int kind(Check check) {
    switch (check.facts().size()) {
      case 0:
        return KernelFailure.EMPTY;
      case 1:
        return KernelFailure.DIVISION;
      default:
        return KernelFailure.INDEX;
    }
  }
}

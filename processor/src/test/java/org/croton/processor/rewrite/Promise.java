package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Compares two sides of a rule at given inputs with what the rule promises. */
final class Promise {
  /**
   * What a rounding of an intermediate value or of an input may cost, in units of that rounding.
   */
  private static final double ULPS = 8;

  private static final int DIGITS = 100;

  /** What is left of 1 when e^-745 is taken from it needs more than 324 digits. */
  private static final int MORE_DIGITS = 450;

  private final Rule rule;
  private final Node left;
  private final Map<Node, Literal> inputs;

  Promise(Rule rule, Node left, Map<Node, Literal> inputs) {
    this.rule = rule;
    this.left = left;
    this.inputs = inputs;
  }

  void check(Literal before, Literal after) {
    if (!before.dtype().isFloating()) {
      assertThat(after).as(rule.name() + " in " + before.dtype()).isEqualTo(before);
      return;
    }
    switch (rule.accuracy()) {
      case EXACT:
        for (int i = 0; i < before.count(); i++) {
          assertThat(Double.valueOf(after.real(i)))
              .as(describe(i))
              .isEqualTo(Double.valueOf(before.real(i)));
        }
        return;
      case EXACT_BUT_ZERO_SIGN:
        for (int i = 0; i < before.count(); i++) {
          Double unsigned = after.real(i) + 0.0;
          assertThat(unsigned).as(describe(i)).isEqualTo(Double.valueOf(before.real(i) + 0.0));
        }
        return;
      default:
        checkNearTruth(before, after);
    }
  }

  private String describe(int element) {
    StringBuilder text = new StringBuilder(rule + " at element " + element);
    inputs.forEach(
        (node, value) -> {
          boolean beside = value.count() > element && value.rank() == 1;
          text.append(' ').append(node).append('=');
          text.append(beside ? value.real(element) : value).append(':').append(value.dtype());
        });
    return text.toString();
  }

  private void checkNearTruth(Literal before, Literal after) {
    ReferenceRun.Reals truth = truth(inputs, DIGITS);
    double[] slack = slack(truth, before);
    ReferenceRun.@Nullable Reals exact = null;
    for (int i = 0; i < before.count(); i++) {
      if (same(before.real(i), after.real(i))) {
        continue;
      }
      if (!holds(before.real(i), after.real(i), truth.elements().get(i), slack[i])) {
        exact = exact == null ? truth(inputs, MORE_DIGITS) : exact;
        Real real = exact.elements().get(i);
        assertThat(holds(before.real(i), after.real(i), real, slack[i]))
            .as(
                "%s: %s became %s, really %s, give or take %s ulps",
                describe(i), before.real(i), after.real(i), real, ULPS * (1 + slack[i]))
            .isTrue();
      }
    }
  }

  /** By how many units in the last place the real value moves if each input moves by one. */
  private double[] slack(ReferenceRun.Reals truth, Literal before) {
    double[] slack = new double[before.count()];
    for (Node input : inputs.keySet()) {
      ReferenceRun.Reals moved = truth(nudged(input), DIGITS);
      for (int i = 0; i < slack.length; i++) {
        double x = moved.elements().get(i).toDouble();
        double shift = distance(x, truth.elements().get(i));
        slack[i] += Double.isFinite(shift) ? shift : 0;
      }
    }
    return slack;
  }

  private ReferenceRun.Reals truth(Map<Node, Literal> at, int digits) {
    return new ReferenceRun(at, digits).value(left);
  }

  /** The inputs with every element of one of them one unit in the last place away. */
  private Map<Node, Literal> nudged(Node input) {
    Map<Node, Literal> nudged = new HashMap<>(inputs);
    Literal value = inputs.get(input);
    if (value.dtype().isFloating()) {
      double[] elements = new double[value.count()];
      for (int i = 0; i < elements.length; i++) {
        double x = value.real(i);
        elements[i] =
            x == 0 || !Double.isFinite(x)
                ? x
                : value.dtype() == DType.F32 ? Math.nextUp((float) x) : Math.nextUp(x);
      }
      nudged.put(input, Literal.reals(value.dtype(), value.shape(), elements));
    }
    return nudged;
  }

  /** Where there is no real value, NaN is right and no other value may get lost. */
  private boolean holds(double before, double after, Real truth, double slack) {
    if (!truth.isNumber()) {
      return Double.isNaN(before) || (truth == Real.NAN && Double.isNaN(after));
    }
    double allowed = Math.max(distance(before, truth), ULPS * (1 + slack));
    return distance(after, truth) <= allowed;
  }

  private static boolean same(double a, double b) {
    return a == b || (Double.isNaN(a) && Double.isNaN(b));
  }

  /** Error in units in the last place of the real value; infinite for a wrong infinity or NaN. */
  private double distance(double x, Real truth) {
    DType dtype = left.tensor().dtype();
    double nearest = dtype == DType.F32 ? (float) truth.toDouble() : truth.toDouble();
    if (same(x, nearest)) {
      return 0;
    }
    if (!Double.isFinite(x) || !truth.isFinite()) {
      return Double.POSITIVE_INFINITY;
    }
    double limit = dtype == DType.F32 ? Float.MAX_VALUE : Double.MAX_VALUE;
    double bounded = Math.max(-limit, Math.min(limit, nearest));
    double ulp = dtype == DType.F32 ? Math.ulp((float) bounded) : Math.ulp(bounded);
    return Math.abs(Real.of(x, 60).minus(truth).over(Real.of(ulp, 60)).toDouble());
  }
}

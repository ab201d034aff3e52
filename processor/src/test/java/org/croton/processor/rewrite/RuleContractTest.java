package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ops.CrossRules;
import org.croton.processor.rule.Accuracy;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.TypeMismatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every rule to what it promises: on samples of every dtype it fits, specials included, the
 * right side is compared with the left side and with the real value.
 */
class RuleContractTest {
  private static final int COUNT = 40;
  private static final int ROUNDS = 5;

  /** Where the functions of the stability list overflow, underflow and cancel. */
  private static final double[] POINTS = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -3,
    1e-3,
    -1e-10,
    1e-20,
    -1e-38,
    20,
    -20,
    37,
    -40,
    88,
    -90,
    105,
    -120,
    700,
    -700,
    712,
    -745,
    1000,
    -1000,
    10_000,
    -10_000,
    0.1,
    -0.7,
    -0.6931471805599453,
    0.25,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    1e5,
    -1e5,
    0.999,
    3.3,
    1.0000001
  };

  /** Here {@code e^-10000} stands beside 1, which takes more digits than there is time for. */
  private static final Set<String> NEAR_POINTS = Set.of("log1p-expm1", "log-one-minus-sigmoid");

  static Stream<Rule> rules() {
    return CrossRules.all().stream();
  }

  @Test
  void namesAreUnique() {
    assertThat(rules().map(Rule::name)).doesNotHaveDuplicates();
  }

  @Test
  void samplesAreOfRulesThatExist() {
    assertThat(rules().map(Rule::name)).containsAll(RuleSamples.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void keepsItsPromise(Rule rule) {
    int fired = 0;
    for (DType dtype : DType.values()) {
      for (Node left : leftSides(rule, dtype)) {
        Node right = fire(rule, left);
        if (right != null) {
          fired++;
          check(rule, dtype, left, right);
        }
      }
    }
    assertThat(fired).as("%s never fires", rule.name()).isPositive();
  }

  private static List<Node> leftSides(Rule rule, DType dtype) {
    try {
      Node sample = RuleSamples.of(rule.name(), dtype);
      return sample == null ? new LeftSide(rule, dtype, COUNT).build() : List.of(sample);
    } catch (TypeMismatch unfit) {
      return List.of();
    }
  }

  private static Node fire(Rule rule, Node left) {
    RuleStep step = new RuleStep(new RuleIndex(List.of(rule)), node -> true);
    RewriteTrace.Firing firing = step.fire((Apply) left);
    return firing == null ? null : firing.after();
  }

  private static void check(Rule rule, DType dtype, Node left, Node right) {
    List<Parameter> inputs =
        Graph.reachable(List.of(left)).stream()
            .filter(Parameter.class::isInstance)
            .map(Parameter.class::cast)
            .toList();
    for (int round = 0; round < ROUNDS; round++) {
      Map<Node, Literal> values = new HashMap<>();
      for (Parameter input : inputs) {
        values.put(input, sample(rule, input, round));
      }
      Literal before = new SampleRun(values, Map.of()).value(left);
      Literal after = new SampleRun(values, Map.of()).value(right);
      assertThat(after.type()).isEqualTo(before.type());
      new Promise(rule, left, values).check(before, after);
    }
  }

  /** In the first round zeros meet negative numbers; then points are paired in many ways. */
  private static Literal sample(Rule rule, Parameter input, int round) {
    DType dtype = input.tensor().dtype();
    int[] shape =
        input.tensor().shape().dims().stream().mapToInt(dim -> (int) dim.constant()).toArray();
    double[] elements = new double[Literal.count(shape)];
    List<Double> points = new ArrayList<>(Arrays.stream(points(rule, dtype)).boxed().toList());
    Collections.shuffle(points, new Random(31L * round + 7L * input.index() + 1));
    for (int i = 0; i < elements.length; i++) {
      elements[i] = round == 0 ? -(input.index() % 2) : points.get(i % points.size());
    }
    return dtype.isFloating()
        ? Literal.reals(dtype, shape, elements)
        : Literal.integers(
            dtype, shape, Arrays.stream(elements).mapToLong(x -> (long) x).toArray());
  }

  /** Rules that reassociate promise nothing where an intermediate value overflows or underflows. */
  private static double[] points(Rule rule, DType dtype) {
    if (NEAR_POINTS.contains(rule.name())) {
      return Arrays.stream(POINTS)
          .filter(x -> !(Math.abs(x) > 1000) || Double.isInfinite(x))
          .toArray();
    }
    if (!dtype.isFloating() || rule.accuracy() != Accuracy.REASSOCIATES) {
      return POINTS;
    }
    double limit = dtype == DType.F32 ? 15 : 80;
    return Arrays.stream(POINTS)
        .map(x -> Math.abs(x) > limit && Double.isFinite(x) ? x % 10 : x)
        .map(x -> Math.abs(x) < 1e-2 && x != 0 ? 0.3 : x)
        .toArray();
  }
}

package org.croton.processor.rewrite;

import java.util.List;

/**
 * The naive formulas that are known to fail, and the rules that repair them. {@code
 * NaiveFormulasTest} runs them in native code at the points where they fail.
 */
final class StabilityList {
  /** A naive formula, where it fails, and the names of the rules for it. */
  record Entry(String formula, String fails, List<String> rules) {}

  private StabilityList() {}

  private static Entry entry(String formula, String fails, String... rules) {
    return new Entry(formula, fails, List.of(rules));
  }

  static List<Entry> entries() {
    return List.of(
        entry("log(1 + x), log(1 - x)", "small x", "log-one-plus", "log-one-minus"),
        entry("exp(x) - 1, 1 - exp(x)", "small x", "exp-minus-one", "one-minus-exp"),
        entry(
            "1/(1 + exp(-x)), exp(x)/(1 + exp(x)), (tanh(x) + 1)/2",
            "large x of either sign",
            "over-one-plus-exp",
            "sigmoid-of-tanh",
            "sigmoid-slope"),
        entry("1 - sigmoid(x)", "x > 37", "one-minus-sigmoid", "sigmoid-minus-one"),
        entry("exp(x)*sigmoid(-x)", "large x", "exp-times-sigmoid", "exp-of-minus-times-sigmoid"),
        entry("log(sigmoid(x))", "x < -709", "log-sigmoid", "exp-log-sigmoid"),
        entry("log(1 - sigmoid(x))", "x > 37", "log-one-minus-sigmoid"),
        entry(
            "log(1 + exp(x))",
            "x > 709",
            "log-one-plus-exp",
            "softplus-minus-argument",
            "argument-minus-softplus"),
        entry("log(1 - exp(x))", "x near 0", "log-one-minus-exp", "log1p-minus-exp", "log-expm1"),
        entry("log(exp(x) - exp(y))", "large x, y near x", "log-difference-of-exp"),
        entry("log(exp(x) + exp(y) + ...)", "large x", "log-sum-of-two-exp"),
        entry("log(sum(exp(x)))", "large x", "log-sum-exp"),
        entry("exp(x)/sum(exp(x))", "large x", "softmax", "scaled-softmax"),
        entry("log(softmax(x))", "large distances", "log-exp-over", "log-scaled-exp"),
        entry(
            "-log(softmax(x))[arange(n), y]",
            "large distances; NaN in the gradient",
            "log-gathered-softmax",
            "log-softmax-gathered-at-pairs"),
        entry(
            "sigmoid(x)/(1 - sigmoid(x)), its inverse, sigmoid(log(p/(1 - p)))",
            "x > 37, small p",
            "odds",
            "inverse-odds",
            "sigmoid-of-logit"),
        entry(
            "log(exp(x)), exp(log(x)), sqrt(x*x), log(sqrt(x)), log(x*x)",
            "overflow on the way",
            "log-exp",
            "exp-log",
            "sqrt-square",
            "square-sqrt",
            "log-sqrt",
            "log-square",
            "expm1-log1p",
            "log1p-expm1"),
        entry(
            "sinh and tanh written with exponentials",
            "small and large x",
            "sinh-of-exponentials",
            "tanh-of-exponentials"),
        entry("log(prod(x))", "many factors", "log-product", "log-product-non-negative"),
        entry(
            "where(c, f(x), 0) and its gradient",
            "f infinite where c is false",
            "masked-times",
            "masked-else-times",
            "masked-over",
            "masked-else-over"));
  }

  /** Those that derivatives get right by themselves, and what is missing. */
  static final String REST =
      """
      The derivatives of `prod`, `pow`, `abs`, `max` and `min` are written so that zeros, ties and
      powers of 0 give no NaN. Not on the list: forms with functions that there are none of yet
      (`erfc` and its logarithm, determinants, Bessel functions), and a `log` of a sum of
      exponentials that a Java loop adds up; write that one with `logsumexp`.
      """;
}

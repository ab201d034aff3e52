package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.Tensor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each formula of the stability list, written naively, gives in native code what it gives in real
 * numbers, at points where it fails as it is written.
 */
class NaiveFormulasTest {
  private static final double TINY = Math.exp(-50);

  @TempDir Path folder;

  /** A formula of {@code v}, a point and the real value; f32 takes a nearer point. */
  private record Formula(
      String text, double f64, double f32, double expected64, double expected32) {
    Formula(String text, double point, double expected) {
      this(text, point, point, expected, expected);
    }
  }

  private static final String SIGMOID = "(1 / (1 + exp(-v)))";

  private static List<Formula> formulas() {
    List<Formula> formulas = new ArrayList<>();
    formulas.add(new Formula("log(1 + v)", 1e-20, 1e-20));
    formulas.add(new Formula("log(1 - v)", 1e-20, -1e-20));
    formulas.add(new Formula("exp(v) - 1", 1e-20, 1e-20));
    formulas.add(new Formula("1 - exp(-v)", 1e-20, 1e-20));
    formulas.add(new Formula("exp(v) / (1 + exp(v))", 1000, 1));
    formulas.add(new Formula("exp(v) / (1 + exp(v))", -50, TINY));
    formulas.add(new Formula("(tanh(v) + 1) * 0.5", -25, TINY));
    formulas.add(new Formula(SIGMOID, -50, TINY));
    formulas.add(new Formula("1 - " + SIGMOID, 50, TINY));
    formulas.add(new Formula(SIGMOID + " - 1", 50, -TINY));
    formulas.add(new Formula("exp(v) * (1 / (1 + exp(v)))", 1000, 1));
    formulas.add(new Formula("exp(-v) * " + SIGMOID, -1000, 1));
    formulas.add(new Formula("log(" + SIGMOID + ")", -1000, -1000));
    formulas.add(new Formula("log(" + SIGMOID + ")", 50, -TINY));
    formulas.add(new Formula("log(1 - " + SIGMOID + ")", 1000, -1000));
    formulas.add(new Formula("log(1 + exp(v))", 1000, 1000));
    formulas.add(new Formula("log(1 + exp(v))", -50, TINY));
    formulas.add(new Formula("log(1 - exp(v))", -1e-20, Math.log(1e-20)));
    formulas.add(new Formula("log(1 - exp(v))", -50, -TINY));
    formulas.add(new Formula("log(exp(v) - exp(v - 1))", 1000, 1000 + Math.log1p(-Math.exp(-1))));
    formulas.add(new Formula("log(exp(v) + exp(2 * v))", 1000, 2000));
    formulas.add(new Formula("log(exp(v) + exp(v))", -1000, -1000 + Math.log(2)));
    formulas.add(new Formula("log(exp(v) - 1)", 1000, 1000));
    formulas.add(new Formula(SIGMOID + " / (1 - " + SIGMOID + ")", 50, Math.exp(50)));
    formulas.add(new Formula("(1 - " + SIGMOID + ") / " + SIGMOID, 50, TINY));
    formulas.add(new Formula("1 / (1 + exp(-log(v / (1 - v))))", 1e-300, 1e-30, 1e-300, 1e-30));
    formulas.add(new Formula("log(exp(v))", 1000, 1000));
    formulas.add(new Formula("exp(log(v))", 1e300, 1e30, 1e300, 1e30));
    formulas.add(new Formula("exp(log(v))", -1, Double.NaN));
    formulas.add(new Formula("sqrt(v * v)", -1e200, -1e30, 1e200, 1e30));
    formulas.add(new Formula("log(v * v)", 1e200, 1e30, 2 * Math.log(1e200), 2 * Math.log(1e30)));
    formulas.add(new Formula("(exp(v) - exp(-v)) / (exp(v) + exp(-v))", 1000, 1));
    formulas.add(new Formula("(exp(v) - exp(-v)) / 2", 1e-20, 1e-20));
    formulas.add(new Formula("(v > 0 ? log(v) : 0) * 2", -3, 0));
    return formulas;
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void formulasOfOneElement(DType dtype) throws Throwable {
    List<Formula> formulas = formulas();
    StringBuilder text = new StringBuilder("public class Naive {\n");
    for (int i = 0; i < formulas.size(); i++) {
      text.append(
          "  @Compiled public static Tensor f%d(@%s(\"n\") Tensor x) { return map(x, v -> %s); }\n"
              .formatted(i, dtype, formulas.get(i).text()));
    }
    Generated naive = Generated.of(folder, "Naive", text + "}\n");
    for (int i = 0; i < formulas.size(); i++) {
      Formula formula = formulas.get(i);
      boolean wide = dtype == DType.F64;
      double point = wide ? formula.f64() : formula.f32();
      double[] found =
          ((Tensor) naive.call(null, "f" + i, Tensor.full(dtype, point, 3))).toDoubles();
      String what = formula.text() + " at " + point;
      check(what, found[1], wide ? formula.expected64() : formula.expected32(), wide);
    }
  }

  private static void check(String what, double found, double expected, boolean wide) {
    if (Double.isNaN(expected)) {
      assertThat(found).as(what).isNaN();
    } else {
      double bound = Math.abs(expected) * (wide ? 1e-14 : 1e-6);
      assertThat(found).as(what).isCloseTo(expected, within(bound));
    }
  }

  /** Formulas of whole arrays, with their gradients; x is {@code [1000, 0, -1000]}, y all zero. */
  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void formulasOfArrays(DType dtype) throws Throwable {
    Generated naive =
        Generated.of(
            folder,
            "Arrays",
            """
            public class Arrays {
              @Compiled static Tensor[] logsumexp(@%1$s("n") Tensor x) {
                Tensor y = log(sum(exp(x)));
                return new Tensor[] {y, grad(y, x)};
              }
              @Compiled static Tensor[] softmax(@%1$s("n") Tensor x) {
                Tensor e = exp(x);
                Tensor y = e.div(e.sum());
                return new Tensor[] {y, grad(y.get(1).add(y.get(0)), x)};
              }
              @Compiled static Tensor[] logSoftmax(@%1$s("n") Tensor x) {
                Tensor e = exp(x);
                Tensor y = log(e.div(e.sum()));
                return new Tensor[] {y, grad(sum(y), x)};
              }
              @Compiled static Tensor[] crossEntropy(@%1$s("n, k") Tensor x, @I64("n") Tensor y) {
                Tensor e = exp(x);
                Tensor p = e.div(e.sum(keep(1)));
                Tensor loss = sum(log(p.get(arange(x.dim(0)), y)).neg());
                return new Tensor[] {loss, grad(loss, x)};
              }
              @Compiled static Tensor[] logProduct(@%1$s("n") Tensor x) {
                Tensor y = log(prod(x));
                return new Tensor[] {y, grad(y, x).get(0)};
              }
              @Compiled static Tensor[] powAtZero(@%1$s("n") Tensor x, @%1$s("n") Tensor y) {
                Tensor z = pow(x, y);
                return new Tensor[] {z, grad(sum(z), y)};
              }
              @Compiled static Tensor[] product(@%1$s("n") Tensor x) {
                return new Tensor[] {prod(x), grad(prod(x), x)};
              }
              @Compiled static Tensor[] absolute(@%1$s("n") Tensor x) {
                return new Tensor[] {abs(x), grad(sum(abs(x)), x)};
              }
              @Compiled static Tensor[] masked(@%1$s("n") Tensor x) {
                Tensor y = where(x.gt(0), log(x), 0);
                return new Tensor[] {y, grad(sum(y), x)};
              }
            }
            """
                .formatted(dtype));
    Tensor x = Tensor.of(1000.0, 0.0, -1000.0).cast(dtype);
    Tensor rows = x.reshape(1, 3);
    check(naive, "logsumexp", new double[] {1000}, new double[] {1, 0, 0}, x);
    check(naive, "softmax", new double[] {1, 0, 0}, new double[] {0, 0, 0}, x);
    check(naive, "logSoftmax", new double[] {0, -1000, -2000}, new double[] {-2, 1, 1}, x);
    check(naive, "crossEntropy", new double[] {1000}, new double[] {1, -1, 0}, rows, Tensor.of(1L));
    check(
        naive,
        "logProduct",
        new double[] {400 * Math.log(0.5) * 4},
        new double[] {16},
        Tensor.full(dtype, 0.0625, 400));
    Tensor zeros = Tensor.zeros(dtype, 2);
    Tensor powers = Tensor.of(2.0, 0.0).cast(dtype);
    check(naive, "powAtZero", new double[] {0, 1}, new double[] {0, 0}, zeros, powers);
    Tensor factors = Tensor.of(0.0, 2.0, 3.0).cast(dtype);
    check(naive, "product", new double[] {0}, new double[] {6, 0, 0}, factors);
    check(naive, "absolute", new double[] {0, 0}, new double[] {0, 0}, zeros);
    Tensor mixed = Tensor.of(0.5, 0.0, -1.0).cast(dtype);
    check(naive, "masked", new double[] {Math.log(0.5), 0, 0}, new double[] {2, 0, 0}, mixed);
  }

  private static void check(
      Generated naive, String method, double[] value, double[] gradient, Object... arguments)
      throws Throwable {
    Tensor[] found = (Tensor[]) naive.call(null, method, arguments);
    boolean wide = found[0].dtype() == DType.F64;
    for (int i = 0; i < value.length; i++) {
      check(method + " at " + i, found[0].toDoubles()[i], value[i], wide);
    }
    for (int i = 0; i < gradient.length; i++) {
      check("gradient of " + method + " at " + i, found[1].toDoubles()[i], gradient[i], wide);
    }
  }
}

package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.croton.DType;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelProcessorTest {
  private static final String IMPORTS =
      """
      package p;
      import static org.croton.Ops.*;
      import org.croton.*;
      import org.croton.annotation.*;
      """;

  @TempDir Path folder;

  private Class<?> compile(String name, String body)
      throws IOException, ReflectiveOperationException {
    JavaProject project =
        new JavaProject(folder)
            .option("-Werror", "-Acroton.levels=v3", "-Acroton.cache=" + folder.resolve("cache"))
            .source("p." + name, IMPORTS + body);
    boolean done = project.compile(new KernelProcessor());
    assertThat(done).as(project.messages()).isTrue();
    return Class.forName("p.Compiled" + name, true, project.loader());
  }

  @Test
  void aPlusTenthPower() throws IOException, ReflectiveOperationException {
    Class<?> compiled =
        compile(
            "Power",
            """
            public class Power {
              @Compiled
              public static @F64("n") Tensor f(@F64("n") Tensor a) { return a.add(a.pow(10)); }
            }
            """);

    Tensor result =
        (Tensor) compiled.getMethod("f", Tensor.class).invoke(null, Tensor.of(1.0, 2.0, 0.5));

    assertThat(result.toDoubles()).containsExactly(2.0, 1026.0, 0.5 + Math.pow(0.5, 10));
  }

  @Test
  void logisticRegressionTrains() throws IOException, ReflectiveOperationException {
    Class<?> compiled =
        compile(
            "LogisticRegression",
            """
            public class LogisticRegression {
              @F32("features") Tensor w;
              @F32 Tensor b;
              public LogisticRegression(int features) {
                w = Tensor.zeros(DType.F32, features);
                b = Tensor.scalar(0f);
              }
              @Compiled
              public @F32("rows") Tensor probability(@F32("rows, features") Tensor x) {
                return sigmoid(x.dot(w).add(b));
              }
              public record Step(Tensor prediction, Tensor loss) {}
              @Compiled
              public Step train(@F32("rows, features") Tensor x, @F32("rows") Tensor y) {
                Tensor p = map(x.dot(w).add(b), z -> 1 / (1 + exp(-z)));
                Tensor xent = map(y, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q));
                Tensor cost = mean(xent).add(sum(square(w)).mul(0.01));
                Tensor[] g = grad(cost, w, b);
                w = w.sub(g[0].mul(0.1));
                b = b.sub(g[1].mul(0.1));
                return new Step(p.gt(0.5), xent);
              }
            }
            """);

    Object model = compiled.getConstructor(int.class).newInstance(2);
    Tensor x = Tensor.of(new float[][] {{1, 2}, {-1, -1}, {2, 1}, {-2, -1}});
    Tensor y = Tensor.of(1f, 0f, 1f, 0f);
    Method train = compiled.getMethod("train", Tensor.class, Tensor.class);
    for (int step = 0; step < 50; step++) {
      train.invoke(model, x, y);
    }

    Tensor probability = (Tensor) compiled.getMethod("probability", Tensor.class).invoke(model, x);
    assertThat(probability.dtype()).isEqualTo(DType.F32);
    double[] expected = trained(new double[][] {{1, 2}, {-1, -1}, {2, 1}, {-2, -1}}, 50);
    float[] found = probability.toFloats();
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], within(1e-5));
    }
  }

  /** Logistic regression by hand, labels 1 0 1 0: the probabilities after some steps. */
  private static double[] trained(double[][] x, int steps) {
    double[] w = new double[2];
    double b = 0;
    for (int step = 0; step <= steps; step++) {
      double[] p = new double[x.length];
      double[] gradient = {0.02 * w[0], 0.02 * w[1], 0};
      for (int i = 0; i < x.length; i++) {
        p[i] = 1 / (1 + Math.exp(-(x[i][0] * w[0] + x[i][1] * w[1] + b)));
        double slope = (p[i] - (1 - i % 2)) / x.length;
        gradient[0] += slope * x[i][0];
        gradient[1] += slope * x[i][1];
        gradient[2] += slope;
      }
      if (step == steps) {
        return p;
      }
      w[0] -= 0.1 * gradient[0];
      w[1] -= 0.1 * gradient[1];
      b -= 0.1 * gradient[2];
    }
    throw new IllegalArgumentException();
  }
}

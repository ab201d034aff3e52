package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Naive formulas give the right numbers in native code, where they fail as they are written. */
class StableKernelTest {
  private static final String SOURCE =
      """
      package p;
      import static org.croton.Ops.*;
      import org.croton.*;
      import org.croton.annotation.*;

      public class Naive {
        public record Result(Tensor loss, Tensor gradient) {}

        @Compiled
        public static Result crossEntropy(@F32("n") Tensor t, @F32("n") Tensor z) {
          Tensor p = map(z, x -> 1 / (1 + exp(-x)));
          Tensor loss = map(t, p, (y, q) -> -y * log(q) - (1 - y) * log(1 - q));
          return new Result(loss, grad(sum(loss), z));
        }

        @Compiled
        public static Result logSoftmax(@F64("n, k") Tensor x) {
          Tensor e = exp(x);
          Tensor loss = log(e.div(e.sum(keep(1))));
          return new Result(loss, grad(sum(loss), x));
        }

        @Compiled
        public static double softplus(double x) {
          return Math.log(1 + Math.exp(x));
        }
      }
      """;

  @TempDir Path folder;

  private Class<?> compile() throws Exception {
    JavaProject project =
        new JavaProject(folder)
            .option("-Acroton.levels=v3", "-Acroton.verify=rewrites")
            .option("-Acroton.cache=" + folder.resolve("cache"))
            .source("p.Naive", SOURCE);
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    return Class.forName("p.CompiledNaive", true, project.loader());
  }

  private static double[] component(Object result, String name) throws Exception {
    return ((Tensor) result.getClass().getMethod(name).invoke(result)).toDoubles();
  }

  @Test
  void naiveFormulasAreRightAtLargeLogits() throws Exception {
    Class<?> compiled = compile();
    Tensor t = Tensor.of(0f, 1f, 0f, 1f);
    Tensor z = Tensor.of(10_000f, 10_000f, -10_000f, -10_000f);
    Object binary =
        compiled.getMethod("crossEntropy", Tensor.class, Tensor.class).invoke(null, t, z);
    assertThat(component(binary, "loss")).containsExactly(10_000, 0, 0, 10_000);
    assertThat(component(binary, "gradient")).containsExactly(1, 0, 0, -1);

    Tensor x = Tensor.of(new double[][] {{10_000, 0, -10_000}});
    Object rows = compiled.getMethod("logSoftmax", Tensor.class).invoke(null, x);
    assertThat(component(rows, "loss")).containsExactly(0, -10_000, -20_000);
    assertThat(component(rows, "gradient")).containsExactly(-2, 1, 1);

    assertThat(compiled.getMethod("softplus", double.class).invoke(null, 800.0)).isEqualTo(800.0);
  }
}

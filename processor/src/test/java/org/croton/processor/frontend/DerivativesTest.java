package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Literal;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.junit.jupiter.api.Test;

class DerivativesTest {
  @Test
  void gradientOfScalarCode() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              @Compiled @Gradient
              static double f(double x, @Dims("n") double[] a, int k) {
                double s = 0;
                for (int i = 0; i < a.length; i++) s += a[i] * a[i] * x;
                return s * k;
              }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    KernelMethod gradient = read.method("fGradient");
    assertThat(gradient.overrides()).isFalse();
    KernelResult.Record result = (KernelResult.Record) gradient.result();
    assertThat(result.type()).isNull();
    assertThat(result.name()).isEqualTo("FGradient");
    assertThat(result.components())
        .extracting(c -> c.name() + " " + ((KernelResult.Value) c.value()).javaType())
        .containsExactly("value double", "x double", "a double[]");
    List<Literal> outputs =
        Interpreter.run(
            gradient.graph(),
            List.of(
                Literal.scalar(DType.F64, 3.0),
                Literal.reals(DType.F64, new int[] {2}, new double[] {1, 2}),
                Literal.scalar(DType.I32, 2L)));
    assertThat(outputs.get(0).real(0)).isEqualTo(30);
    assertThat(outputs.get(1).real(0)).isEqualTo(10);
    assertThat(outputs.get(2).real(0)).isEqualTo(12);
    assertThat(outputs.get(2).real(1)).isEqualTo(24);
  }

  @Test
  void gradientOfAComponentWithRespectToFieldsAndRecords() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              record P(@F64("n") Tensor w, @I32 Tensor k) {}
              record Out(Tensor cost, Tensor other) {}
              @F64 Tensor b;
              @Compiled
              @Gradient(wrt = {"p", "b", "unused"}, of = "cost", name = "slope",
                  disconnected = Disconnected.ZERO)
              Out f(P p, @F64 Tensor unused) {
                b = b.add(unused.mul(0));
                return new Out(sum(p.w().mul(b)), p.w().mul(unused));
              }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    KernelMethod slope = read.method("slope");
    assertThat(slope.updates()).isEmpty();
    assertThat(((KernelResult.Record) slope.result()).components())
        .extracting(KernelResult.Component::name)
        .containsExactly("value", "p", "b", "unused");
    assertThat(slope.graph().outputs())
        .extracting(output -> output.name() + " " + output.value().type())
        .containsExactly("value f64", "p.w f64[p_n]", "p.k i32", "b f64", "unused f64");
  }

  @Test
  void inBodyDerivativesNest() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              @Compiled static @F64 Tensor second(@F64 Tensor x) {
                return grad(grad(x.pow(4), x), x);
              }
              @Compiled static @F64("n") Tensor product(@F64("n") Tensor x, @F64("n") Tensor v) {
                Tensor cost = sum(x.mul(x).mul(x));
                return hvp(cost, x, v).add(jvp(x.square(), x, v)).add(vjp(x.square(), x, v));
              }
              @Compiled static double ofFunction(double x, double k) {
                return grad(z -> k * z * z * z, x);
              }
              @Compiled static double newton(double x, int steps) {
                double y = x;
                for (int i = 0; i < steps; i++) {
                  y = y - (y * y - 2) / grad(A::square, y);
                }
                return y;
              }
              static double square(double z) { return z * z - 2; }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    assertThat(run(read.method("second"), Literal.scalar(DType.F64, 3.0)).real(0)).isEqualTo(108);
    Literal x = Literal.reals(DType.F64, new int[] {1}, new double[] {2});
    Literal v = Literal.reals(DType.F64, new int[] {1}, new double[] {10});
    assertThat(run(read.method("product"), x, v).real(0)).isEqualTo(120 + 40 + 40);
    assertThat(
            run(
                    read.method("ofFunction"),
                    Literal.scalar(DType.F64, 2.0),
                    Literal.scalar(DType.F64, 5.0))
                .real(0))
        .isEqualTo(60);
    assertThat(
            run(
                    read.method("newton"),
                    Literal.scalar(DType.F64, 1.0),
                    Literal.scalar(DType.I32, 6L))
                .real(0))
        .isCloseTo(Math.sqrt(2), within(1e-15));
  }

  private static Literal run(KernelMethod method, Literal... inputs) {
    return Interpreter.run(method.graph(), List.of(inputs), Map.of("steps", 6)).get(0);
  }
}

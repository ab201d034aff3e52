package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  @Test
  void recordsAreTakenApart() {
    Sources.Read read =
        Sources.read(
            "Net",
            """
            class Net {
              record Layer(@F32("in, out") Tensor w, @F32("out") Tensor b) {
                Tensor apply(Tensor x) { return tanh(x.matmul(w).add(b)); }
              }
              record Params(Layer first, Layer second, double rate) {}

              @Compiled
              static Params step(@F32("rows, features") Tensor x, Params p) {
                Tensor y = p.second().apply(p.first().apply(x));
                Tensor cost = mean(square(y));
                Params g = grad(cost, p);
                return each(p, g, (v, d) -> v.sub(d.mul(p.rate())));
              }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    KernelMethod step = read.method("step");
    assertThat(step.inputs())
        .extracting(input -> input.expression() + " " + input.type())
        .containsExactly(
            "x f32[rows, features]",
            "p.first().w() f32[features, p_second_in]",
            "p.first().b() f32[p_second_in]",
            "p.second().w() f32[p_second_in, p_second_out]",
            "p.second().b() f32[p_second_out]",
            "p.rate() f64");
    KernelResult.Record result = (KernelResult.Record) step.result();
    assertThat(result.components())
        .extracting(KernelResult.Component::name)
        .containsExactly("first", "second", "rate");
  }

  @Test
  void dimsOfRecordsCanBeBound() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              record Layer(@F32("in, out") Tensor w) {}
              @Compiled
              static @F32("rows, hidden") Tensor f(
                  @F32("rows, features") Tensor x,
                  @Dims("in = features, out = hidden") Layer layer) {
                return x.matmul(layer.w());
              }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    assertThat(read.method("f").inputs().get(1).type()).hasToString("f32[features, hidden]");
  }

  @Test
  void intParametersNameSizes() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              final int width;
              A(int width) { this.width = width; }
              @Compiled
              @F64("n, 2*width") Tensor f(int n, @F64("n") Tensor x) {
                @F64("n, width") Tensor y = x.expandDims(1).mul(Tensor.ones(DType.F64, n, width));
                return concat(1, y, y.mul(n));
              }
              @Compiled
              static double[] g(int n, int m) { return new double[n * (m - 1)]; }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    assertThat(((KernelResult.Value) read.method("f").result()).type())
        .hasToString("f64[n, 2*width]");
    KernelInput n = read.method("f").inputs().get(0);
    assertThat(n.dress()).isEqualTo(Dress.PRIMITIVE);
    assertThat(n.expression() + " " + n.type()).isEqualTo("n i32");
    assertThat(((KernelResult.Value) read.method("g").result()).type()).hasToString("f64[m*n - n]");
  }

  @Test
  void relationsAndTargets() {
    Sources.Read reshaped =
        Sources.read(
            "A",
            """
            class A {
              @Compiled(where = {"model = heads*size", "rows >= 5"})
              static @F64("rows, heads, size") Tensor f(@F64("rows, model") Tensor x, int heads, int size) {
                return x.reshape(x.dim(0), heads, size).add(0);
              }
              @Compiled(where = {"half + half = model", "model = 2*third"})
              static @F64("half") Tensor g(@F64("half") Tensor x, @F64("model") Tensor y, @F64("third") Tensor z) {
                return x.add(y.get("::2")).add(z).add(y.dim("model") / 2);
              }
            }
            """);
    assertThat(reshaped.compilation().diagnostics()).isEmpty();
    Sources.Read right =
        Sources.read(
            "A",
            """
            class A {
              @Compiled(where = {"model = 2*size", "rows >= 5"}, target = Target.JAVA)
              static @F64("rows") Tensor f(@F64("rows, model") Tensor x, int size) {
                return x.sum(1).mul(size);
              }
            }
            """);
    assertThat(right.compilation().diagnostics()).isEmpty();
    assertThat(right.method("f").javaTarget()).isTrue();
    assertThat(right.method("f").where()).extracting(Object::toString).hasSize(2);
  }

  @Test
  void helpersAreCheckedWithNamesOfTheirOwn() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              static @F64("m, n") Tensor outer(@F64("m") Tensor a, @F64("n") Tensor b) {
                return a.expandDims(1).mul(b);
              }
              @Compiled
              static @F64("n, m") Tensor f(@F64("n") Tensor x, @F64("m") Tensor y) {
                return outer(x, y);
              }
              @Compiled
              static Tensor g(@F64("n") Tensor x, @F64("m") Tensor y) {
                return outer(x, x).add(outer(y, y));
              }
            }
            """);
    assertThat(read.compilation().diagnostics())
        .singleElement()
        .asString()
        .contains("[shape-mismatch] cannot add [n, n] and [m, m]");
  }

  @Test
  void resultsWidenAndNameNewDims() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              record Out(@F64("k") Tensor a, @F64("k, k") Tensor b, double c, int[] d, List<Tensor> e) {}
              @Compiled
              static Out f(@F32("n") Tensor x, @F64("n, n") Tensor y) {
                return new Out(x, y, x.sum().item(), new int[] {1, 2}, List.of(x, y));
              }
              @Compiled static @F64("twice") Tensor g(@F64("n") Tensor x) { return concat(0, x, x); }
              @Compiled static Tensor[] h(@F64("n") Tensor x) { return new Tensor[] {x, x.neg()}; }
              @Compiled static float i(@F64("n") Tensor x) { return x.dim(0); }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    assertThat(read.graph("f"))
        .isEqualTo(
            """
            input x : f32[n]
            input y : f64[n, n]
            v0 = sum(x) {axes=[0]} : f32
            v1 = cast(v0) {dtype=f64} : f64
            v2 = cast(x) {dtype=f64} : f64[n]
            output result.a = v2
            output result.b = y
            output result.c = v1
            output result.d = {1, 2}:i32[2]
            output result.e[0] = x
            output result.e[1] = y
            """);
    assertThat(((KernelResult.Value) read.method("g").result()).type()).hasToString("f64[2*n]");
    assertThat(((KernelResult.Sequence) read.method("h").result()).elements()).hasSize(2);
  }
}

package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.croton.DType;
import org.croton.ShapeException;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sizes of a call may be, as the generated classes check it. */
class DimsTest {
  @TempDir Path folder;

  @Test
  void theDimsOfFieldsLastAsLongAsTheObject() throws Throwable {
    Generated model =
        Generated.of(
            folder,
            "Model",
            """
            public class Model {
              public @F32("features") Tensor w;
              public @F32("features") Tensor v;
              public Model(int features, int others) {
                w = Tensor.zeros(DType.F32, features);
                v = Tensor.zeros(DType.F32, others);
              }
              public void replace(Tensor first, Tensor second) { w = first; v = second; }
              @Compiled
              public @F32("rows") Tensor apply(@F32("rows, features") Tensor x) {
                return x.dot(w.add(v));
              }
            }
            """);
    assertThatThrownBy(() -> model.create(2, 3))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "Model after its constructor: this.v has 3 features but \"features\" is 2"
                + " (bound by this.w)");
    Object object = model.create(2, 2);
    assertThat(((Tensor) model.call(object, "apply", Tensor.of(new float[][] {{1, 2}}))).toFloats())
        .containsExactly(0f);
    model.call(object, "replace", Tensor.zeros(DType.F32, 3), Tensor.zeros(DType.F32, 3));
    assertThatThrownBy(() -> model.call(object, "apply", Tensor.zeros(DType.F32, 1, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "apply: this.w has 3 features but \"features\" is 2 (bound by the constructor)");
    model.call(object, "replace", Tensor.zeros(DType.F32, 2), Tensor.zeros(DType.F32, 2));
    assertThatThrownBy(() -> model.call(object, "apply", Tensor.zeros(DType.F32, 1, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("apply: x has 3 features but \"features\" is 2 (bound by the constructor)");
  }

  @Test
  void aNumberThatNamesADimOfAFieldMustKeepToIt() throws Throwable {
    Generated model =
        Generated.of(
            folder,
            "Sized",
            """
            public class Sized {
              public int n;
              public @F64("n") Tensor w;
              public Sized(int n) { this.n = n; w = Tensor.ones(DType.F64, n); }
              public void resize(int other) { n = other; }
              @Compiled public double total() { return w.sum().item() * n; }
            }
            """);
    Object object = model.create(3);
    assertThat(model.call(object, "total")).isEqualTo(9.0);
    model.call(object, "resize", 4);
    assertThatThrownBy(() -> model.call(object, "total"))
        .isInstanceOf(ShapeException.class)
        .hasMessage("total: n is 4 but was 3 when the object was made: a dim of its fields lasts");
  }

  @Test
  void declaredEquationsAreFacts() throws Throwable {
    Generated heads =
        Generated.of(
            folder,
            "Heads",
            """
            public class Heads {
              @Compiled(where = "model = heads*size")
              public static @F64("rows, heads, size") Tensor split(
                  @F64("rows, model") Tensor x, int heads, @F64("size") Tensor gain) {
                @F64("rows, heads, size") Tensor parts = x.reshape(x.dim(0), heads, gain.dim(0));
                return parts.mul(gain);
              }
              @Compiled(where = {"model = heads*size", "rows >= 2"})
              public static @F64("rows, model") Tensor join(
                  @F64("rows, heads, size") Tensor x, @F64("model") Tensor bias) {
                return x.reshape(x.dim("rows"), bias.dim("model")).add(bias);
              }
            }
            """);
    Tensor parts =
        (Tensor)
            heads.call(
                null,
                "split",
                Tensor.of(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}),
                2,
                Tensor.of(1.0, 10.0));
    assertThat(parts.shape()).containsExactly(2, 2, 2);
    assertThat(parts.toDoubles()).containsExactly(1, 20, 3, 40, 5, 60, 7, 80);
    Tensor joined = (Tensor) heads.call(null, "join", parts, Tensor.zeros(DType.F64, 4));
    assertThat(joined.shape()).containsExactly(2, 4);
    assertThatThrownBy(
            () ->
                heads.call(
                    null, "split", Tensor.zeros(DType.F64, 1, 5), 2, Tensor.zeros(DType.F64, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("split: \"model = heads*size\" does not hold: left is 5, right is 4");
    assertThatThrownBy(
            () ->
                heads.call(
                    null, "join", Tensor.zeros(DType.F64, 1, 2, 2), Tensor.zeros(DType.F64, 4)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("join: \"rows >= 2\" does not hold: left is 1, right is 2");
  }

  @Test
  void aNegativeNumberOfRoundsIsNoRound() throws Throwable {
    Generated powers =
        Generated.of(
            folder,
            "Powers",
            """
            public class Powers {
              @Compiled @Gradient(wrt = "x")
              public static double power(double x, int n) {
                double y = 1;
                for (int i = 0; i < n; i++) y = y * x;
                return y;
              }
              @Compiled
              public static double[] powers(double x, int n) {
                double[] all = new double[n];
                double y = 1;
                for (int i = 0; i < n; i++) { all[i] = y; y = y * x; }
                return all;
              }
            }
            """);
    assertThat(powers.call(null, "power", 3.0, 2)).isEqualTo(9.0);
    assertThat(powers.call(null, "power", 3.0, -2)).isEqualTo(1.0);
    assertThat(powers.call(null, "powerGradient", 3.0, -2).toString()).contains("x=0.0");
    assertThat(powers.call(null, "powerGradient", 3.0, 2).toString()).contains("x=6.0");
    assertThatThrownBy(() -> powers.call(null, "powers", 3.0, -1))
        .isInstanceOf(ShapeException.class)
        .hasMessage("powers: n is -1, but a dim cannot be negative");
  }

  @Test
  void namesOfFormulasAndOfResults() throws Throwable {
    Generated halves =
        Generated.of(
            folder,
            "Halves",
            """
            public class Halves {
              public @F64("2*m+1") Tensor w = Tensor.arange(5).cast(DType.F64);
              @Compiled public int half(@F64("2*k") Tensor x) {
                return x.dim("k") * 10 + w.dim("m");
              }
              @Compiled public static @F64("all") Tensor both(@F64("n") Tensor x, @F64("2*n") Tensor y) {
                return concat(0, x, y.mul(x.dim("n") * y.dim("n")));
              }
            }
            """);
    assertThat(halves.call(halves.create(), "half", Tensor.zeros(DType.F64, 6))).isEqualTo(32);
    Tensor both = (Tensor) halves.call(null, "both", Tensor.of(1.0), Tensor.of(2.0, 3.0));
    assertThat(both.toDoubles()).containsExactly(1, 2, 3);
  }
}

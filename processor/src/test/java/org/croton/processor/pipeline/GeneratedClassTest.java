package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import org.croton.ConcurrentUseException;
import org.croton.ShapeException;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedClassTest {
  @TempDir Path folder;

  private Generated compile(String name, String body) throws Exception {
    return Generated.of(folder, name, body);
  }

  private static Object component(Object record, String name) throws Exception {
    for (RecordComponent each : record.getClass().getRecordComponents()) {
      if (each.getName().equals(name)) {
        each.getAccessor().setAccessible(true);
        return each.getAccessor().invoke(record);
      }
    }
    throw new IllegalArgumentException(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NATIVE", "JAVA"})
  void loopsStartFromAndContinueWithConstants(String target) throws Throwable {
    Generated loop =
        compile(
            "Constants",
            """
            public class Constants {
              @Compiled(target = Target.%1$s)
              public static double f(@Dims("n") double[] x) {
                double sum = 0;
                double last = 3;
                for (int i = 0; i < x.length; i++) {
                  sum += x[i] * last;
                  last = 2;
                }
                return sum;
              }
            }
            """
                .formatted(target));

    assertThat(loop.call(null, "f", new double[] {1, 10, 100})).isEqualTo(223.0);
    assertThat(loop.call(null, "f", new double[0])).isEqualTo(0.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NATIVE", "JAVA"})
  void takesAndGivesScalarsArraysAndTensors(String target) throws Throwable {
    Generated mixed =
        compile(
            "Mixed",
            """
            public class Mixed {
              @Compiled(target = Target.%1$s)
              public static double hypotenuse(double a, double b) {
                return Math.sqrt(a * a + b * b);
              }
              @Compiled(target = Target.%1$s)
              public static @Dims("n") double[] scaled(@Dims("n") double[] x, double by) {
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                  y[i] = x[i] * by;
                }
                return y;
              }
              @Compiled(target = Target.%1$s)
              public static @Dims("m, n") float[][] grown(@Dims("m, n") float[][] x, boolean up) {
                float[][] y = new float[x.length][x[0].length];
                for (int i = 0; i < x.length; i++) {
                  for (int j = 0; j < x[0].length; j++) {
                    y[i][j] = up ? x[i][j] + 1 : x[i][j] - 1;
                  }
                }
                return y;
              }
              @Compiled(target = Target.%1$s)
              public static @F32("m, n") Tensor outer(@F32("m") Tensor x, @F32("n") Tensor y) {
                return outer0(x, y);
              }
              static Tensor outer0(Tensor x, Tensor y) {
                return x.expandDims(1).mul(y.expandDims(0));
              }
              @Compiled(target = Target.%1$s)
              public static @F64("n, k") Tensor product(
                  @F64("n, m") Tensor a, @F64("m, k") Tensor b) {
                return a.matmul(b);
              }
            }
            """
                .formatted(target));

    assertThat(mixed.call(null, "hypotenuse", 3.0, 4.0)).isEqualTo(5.0);
    assertThat((double[]) mixed.call(null, "scaled", new double[] {1, 2}, 3.0))
        .containsExactly(3, 6);
    assertThat((float[][]) mixed.call(null, "grown", new float[][] {{1, 2, 3}, {4, 5, 6}}, true))
        .isDeepEqualTo(new float[][] {{2, 3, 4}, {5, 6, 7}});
    Tensor outer = (Tensor) mixed.call(null, "outer", Tensor.of(1f, 2f), Tensor.of(3f, 4f, 5f));
    assertThat(outer.shape()).containsExactly(2, 3);
    assertThat(outer.toFloats()).containsExactly(3, 4, 5, 6, 8, 10);
    Tensor product =
        (Tensor)
            mixed.call(
                null,
                "product",
                Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}),
                Tensor.of(new double[][] {{1, 0, 2}, {0, 1, 3}}));
    assertThat(product.toDoubles()).containsExactly(1, 2, 8, 3, 4, 18, 5, 6, 28);
  }

  @Test
  void commitsStateTogetherOrNotAtAll() throws Throwable {
    Generated counter =
        compile(
            "Counter",
            """
            public class Counter {
              private @F64("n") Tensor sum;
              private int calls;
              public Counter(int n) { sum = Tensor.zeros(DType.F64, n); }
              public Tensor sum() { return sum; }
              public int calls() { return calls; }
              @Compiled
              public void add(@F64("n") Tensor x) {
                sum = sum.add(x);
                calls = calls + 1;
              }
              @Compiled
              public void addAt(@F64("n") Tensor x, @I64("n") Tensor index) {
                sum = sum.add(x.get(index));
                calls = calls + 1;
              }
              @Compiled
              public double mean() { return sum.mean().item(); }
            }
            """);
    Object object = counter.create(2);
    Class<?> user = counter.type().getSuperclass();

    counter.call(object, "add", Tensor.of(1.0, 2.0));
    counter.call(object, "add", Tensor.of(1.0, 2.0));
    Tensor live = (Tensor) user.getMethod("sum").invoke(object);
    assertThat(live.toDoubles()).containsExactly(2, 4);
    assertThat(user.getMethod("calls").invoke(object)).isEqualTo(2);

    assertThatThrownBy(
            () -> counter.call(object, "addAt", Tensor.of(1.0, 2.0), Tensor.of(new long[] {0, 2})))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("index 2 is out of range for size 2")
        .satisfies(
            failure -> {
              StackTraceElement top = failure.getStackTrace()[0];
              assertThat(top.getFileName()).isEqualTo("Counter.java");
              assertThat(top.getLineNumber()).isEqualTo(15);
              assertThat(top.getMethodName()).isEqualTo("addAt");
            });
    assertThat(((Tensor) user.getMethod("sum").invoke(object)).toDoubles()).containsExactly(2, 4);
    assertThat(user.getMethod("calls").invoke(object)).isEqualTo(2);

    // What the caller holds of the state may be an argument of its update.
    counter.call(object, "add", live);
    assertThat(((Tensor) user.getMethod("sum").invoke(object)).toDoubles()).containsExactly(4, 8);
    assertThat(counter.call(object, "mean")).isEqualTo(6.0);
  }

  @Test
  void reportsUpdatesSideBySide() throws Throwable {
    Generated model =
        compile(
            "Model",
            """
            public class Model {
              @F64("n") Tensor w = Tensor.zeros(DType.F64, 200);
              @Compiled public void step() { w = w.add(1); }
            }
            """);
    Object object = model.create();
    Throwable[] failures = new Throwable[2];
    Thread[] threads = new Thread[2];
    for (int t = 0; t < 2; t++) {
      int own = t;
      threads[t] =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 200_000 && failures[1 - own] == null; i++) {
                    model.call(object, "step");
                  }
                } catch (Throwable e) {
                  failures[own] = e;
                }
              });
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures[0] != null ? failures[0] : failures[1])
        .isInstanceOf(ConcurrentUseException.class)
        .hasMessageContaining("CompiledModel");
  }

  @Test
  void namesWhatDoesNotFit() throws Throwable {
    Generated shapes =
        compile(
            "Shapes",
            """
            public class Shapes {
              @F64("features") Tensor w;
              public Shapes(Tensor w) { this.w = w; }
              @Compiled
              public @F64("rows") Tensor dot(@F64("rows, features") Tensor x) { return x.dot(w); }
              @Compiled
              public static double odd(@F64("2*n+1") Tensor x) { return x.sum().item(); }
              @Compiled(where = {"model = heads*size", "model >= 4"})
              public static @F64("model") Tensor join(
                  @F64("model") Tensor x, @F64("heads, size") Tensor y) {
                return x.add(y.sum());
              }
            }
            """);
    assertThatThrownBy(() -> shapes.create((Object) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Shapes after its constructor: this.w is null");
    Object object = shapes.create(Tensor.of(1.0, 2.0));

    assertThatThrownBy(() -> shapes.call(object, "dot", Tensor.of(1.0)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("dot: x has shape [1] of rank 1 but \"rows, features\" has rank 2");
    assertThatThrownBy(() -> shapes.call(object, "dot", Tensor.of(new double[][] {{1, 2, 3}})))
        .isInstanceOf(ShapeException.class)
        .hasMessage("dot: x has 3 features but \"features\" is 2 (bound by the constructor)");
    assertThat(shapes.call(null, "odd", Tensor.of(1.0, 2.0, 3.0))).isEqualTo(6.0);
    assertThatThrownBy(() -> shapes.call(null, "odd", Tensor.of(1.0, 2.0)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("no whole n for which \"2*n + 1\" is that");
    Tensor y = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertThat(((Tensor) shapes.call(null, "join", Tensor.of(1.0, 2.0, 3.0, 4.0), y)).toDoubles())
        .containsExactly(11, 12, 13, 14);
    assertThatThrownBy(() -> shapes.call(null, "join", Tensor.of(1.0, 2.0, 3.0), y))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("join: \"model = heads*size\" does not hold: left is 3, right is 4");
  }

  @Test
  void writesIntoGivenTensors() throws Throwable {
    Generated steps =
        compile(
            "Steps",
            """
            public class Steps {
              public record Both(Tensor sum, Tensor product) {}
              @Compiled
              public static Both both(@F64("n") Tensor x, @F64("n") Tensor y) {
                return new Both(x.add(y), x.mul(y));
              }
            }
            """);
    Tensor x = Tensor.of(1.0, 2.0);
    Tensor y = Tensor.of(3.0, 5.0);
    Object both = steps.call(null, "both", x, y);
    assertThat(((Tensor) component(both, "sum")).toDoubles()).containsExactly(4, 7);
    assertThat(((Tensor) component(both, "product")).toDoubles()).containsExactly(3, 10);

    Tensor sum = Tensor.of(0.0, 0.0);
    Tensor product = Tensor.of(0.0, 0.0);
    steps.call(null, "both", x, y, sum, product);
    assertThat(sum.toDoubles()).containsExactly(4, 7);
    assertThat(product.toDoubles()).containsExactly(3, 10);

    assertThatThrownBy(() -> steps.call(null, "both", x, y, sum, sum))
        .hasMessageContaining("both: outProduct shares memory with outSum");
    assertThatThrownBy(() -> steps.call(null, "both", x, y, x, product))
        .hasMessageContaining("both: outSum shares memory with x");
    assertThatThrownBy(() -> steps.call(null, "both", x, y, sum, Tensor.of(1.0)))
        .hasMessage("both: outProduct has 1 n but \"n\" is 2 (bound by x)");
  }

  @Test
  void followsTheUsersDeclarations() throws Throwable {
    Generated.of(
        folder,
        "Outer",
        """
        public class Outer<T extends Comparable<T>> {
          protected Outer(T first, int... rest) throws java.io.IOException {}
          private Outer() {}
          @Compiled
          protected <E extends Exception> @F64("n") Tensor twice(@F64("n") Tensor x)
              throws E, java.io.IOException {
            return x.add(x);
          }
          public static final class Fixed {
            @Compiled static double square(double x) { return x * x; }
          }
          record Pair(double a, double b) {
            @Compiled static double sum(double a, double b) { return a + b; }
          }
          interface Shape {
            @Compiled static double area(double side) { return side * side; }
          }
          static class Inner {
            @Compiled double half(double x) { return x / 2; }
          }
        }
        """);
    ClassLoader loader = new JavaProject(folder).loader();
    Class<?> outer = Class.forName("p.CompiledOuter", true, loader);
    assertThat(outer.getTypeParameters()).hasSize(1);
    assertThat(Modifier.isFinal(outer.getModifiers())).isTrue();
    assertThat(outer.getDeclaredConstructors()).hasSize(1);
    assertThat(outer.getDeclaredConstructors()[0].isVarArgs()).isTrue();
    assertThat(outer.getDeclaredConstructors()[0].getExceptionTypes())
        .containsExactly(IOException.class);
    assertThat(
            Arrays.stream(outer.getDeclaredMethods())
                .filter(method -> method.getName().equals("twice"))
                .filter(method -> method.getParameterCount() == 1)
                .findFirst()
                .orElseThrow()
                .toGenericString())
        .isEqualTo(
            "protected <E extends java.lang.Exception> org.croton.Tensor"
                + " p.CompiledOuter.twice(org.croton.Tensor) throws E,java.io.IOException");
    for (String name : new String[] {"Fixed", "Pair", "Shape", "Inner"}) {
      Class<?> nested = Class.forName("p.CompiledOuter_" + name, true, loader);
      assertThat(Modifier.isFinal(nested.getModifiers())).isTrue();
      assertThat(Modifier.isPublic(nested.getModifiers())).isEqualTo(name.equals("Fixed"));
    }
  }
}

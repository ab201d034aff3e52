package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.kernel.KernelUpdate;
import org.junit.jupiter.api.Test;

class KernelReaderTest {
  private static final String LOGISTIC_REGRESSION =
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
      """;

  @Test
  void readsAMethodChain() {
    Sources.Read read =
        Sources.read(
            "A",
            """
            class A {
              @Compiled static @F64("n") Tensor f(@F64("n") Tensor a) { return a.add(a.pow(10)); }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    assertThat(read.graph("f"))
        .isEqualTo(
            """
            input a : f64[n]
            v0 = pow(a, 10.0:f64) : f64[n]
            v1 = add(a, v0) : f64[n]
            output result = v1
            """);
  }

  @Test
  void readsFieldsAsInputs() {
    Sources.Read read = Sources.read("LogisticRegression", LOGISTIC_REGRESSION);
    assertThat(read.compilation().diagnostics()).isEmpty();
    assertThat(read.graph("probability"))
        .isEqualTo(
            """
            input x : f32[rows, features]
            input this.w : f32[features]
            input this.b : f32
            v0 = contract(x, this.w) {spec=ab,b->a} : f32[rows]
            v1 = add(v0, this.b) : f32[rows]
            v2 = sigmoid(v1) : f32[rows]
            output result = v2
            """);
  }

  @Test
  void readsMapsGradientsUpdatesAndRecordResults() {
    Sources.Read read = Sources.read("LogisticRegression", LOGISTIC_REGRESSION);
    KernelMethod train = read.method("train");
    assertThat(train.inputs())
        .extracting(KernelInput::expression)
        .containsExactly("x", "y", "this.w", "this.b");
    assertThat(read.graph("train"))
        .contains(
            """
            v2 = neg(v1) : f32[rows]
            v3 = exp(v2) : f32[rows]
            v4 = add(1.0:f32, v3) : f32[rows]
            v5 = div(1.0:f32, v4) : f32[rows]
            """)
        .contains("sub(this.w, ", "sub(this.b, ");
    assertThat(train.result()).isInstanceOf(KernelResult.Record.class);
    KernelResult.Record step = (KernelResult.Record) train.result();
    assertThat(step.name()).isEqualTo("Step");
    assertThat(step.components())
        .extracting(component -> component.name() + " " + type(component.value()))
        .containsExactly("prediction bool[rows]", "loss f32[rows]");
    assertThat(train.updates())
        .extracting(update -> update.field().name())
        .containsExactly("w", "b");
    assertThat(train.updates()).extracting(KernelUpdate::output).containsExactly(2, 3);
  }

  private static String type(KernelResult result) {
    return ((KernelResult.Value) result).type().toString();
  }

  @Test
  void describesTheClass() {
    Sources.Read read = Sources.read("LogisticRegression", LOGISTIC_REGRESSION);
    KernelClass type = read.classes().get(0);
    assertThat(type.generatedName()).isEqualTo("CompiledLogisticRegression");
    assertThat(type.extendable()).isTrue();
    assertThat(type.fields())
        .extracting(field -> field.name() + " " + field.type())
        .containsExactly("w f32[features]", "b f32");
    assertThat(type.methods())
        .extracting(KernelMethod::name)
        .containsExactly("probability", "train");
  }

  @Test
  void namesNestedClassesAndFindsInheritedMethods() {
    Sources.Read read =
        Sources.read(
            "Outer",
            """
            class Outer {
              static class Base {
                @Compiled @F32("n") Tensor twice(@F32("n") Tensor x) { return x.mul(factor()); }
                int factor() { return 2; }
              }
              static class Triple extends Base {
                @Override int factor() { return 3; }
              }
              record Point(double x) {
                @Compiled static double f(double a) { return a * a; }
              }
            }
            """);
    assertThat(read.compilation().diagnostics()).isEmpty();
    assertThat(read.classes())
        .extracting(KernelClass::generatedName)
        .containsExactly("CompiledOuter_Base", "CompiledOuter_Triple", "CompiledOuter_Point");
    assertThat(read.classes().get(2).extendable()).isFalse();
    assertThat(GraphPrinter.print(read.classes().get(1).methods().get(0).graph()))
        .contains("mul(x, 3.0:f32)");
  }
}

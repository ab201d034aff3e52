package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.StopGradient.stopGradient;
import static org.croton.processor.ops.elementwise.Tanh.tanh;

import java.util.List;
import org.croton.DType;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class GradientProofTest {
  private final GraphBuilder graph = new GraphBuilder();
  private final Node x = graph.parameter(0, 0, TensorType.of(DType.F32, Dim.name("n")));
  private final Node seed = graph.parameter(0, 1, TensorType.of(DType.F32, Dim.name("n")));
  private final DerivativeLog log = new DerivativeLog(new Differentiator());

  @Test
  void acceptsRightDerivatives() {
    Node y = mul(tanh(x), exp(x));
    log.pullback(List.of(y), List.of(seed), List.of(x));
    log.pushforward(List.of(y), List.of(x), List.of(seed));

    assertThat(log.of(graph)).hasSize(2);
    assertThat(log.of(graph)).allMatch(entry -> GradientProof.problem(entry).isEmpty());
    assertThat(log.of(new GraphBuilder())).isEmpty();
  }

  @Test
  void stopsAtWhatIsDerivedBy() {
    Node inner = tanh(x);
    log.pullback(List.of(exp(inner)), List.of(seed), List.of(inner));

    assertThat(GradientProof.problem(log.of(graph).get(0))).isEmpty();
  }

  @Test
  void refusesWrongDerivatives() {
    for (boolean reverse : new boolean[] {true, false}) {
      DerivativeLog.Entry wrong =
          new DerivativeLog.Entry(
              reverse, List.of(tanh(x)), List.of(x), List.of(seed), List.of(mul(seed, x)));

      assertThat(GradientProof.problem(wrong))
          .hasValueSatisfying(
              text -> assertThat(text).startsWith("the derivative says ").contains("differences"));
    }
  }

  @Test
  void leavesAloneWhatDefinesItsOwn() {
    log.pullback(List.of(mul(stopGradient(x), x)), List.of(seed), List.of(x));

    assertThat(GradientProof.problem(log.of(graph).get(0))).isEmpty();
  }
}

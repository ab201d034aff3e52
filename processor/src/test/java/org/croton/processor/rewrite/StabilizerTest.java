package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Softplus.softplus;
import static org.croton.processor.ops.elementwise.StopGradient.stopGradient;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;

import java.util.List;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class StabilizerTest {
  private final GraphBuilder g = new GraphBuilder();
  private final Node x = g.parameter(0, 0, TensorType.of(DType.F64, Dim.name("n")));
  private final Node one = g.constant(DType.F64, 1.0);
  private final Stabilizer stabilizer =
      new Stabilizer(Rewriter.standard(), RewriteOptions.ALL, new Spans());

  private Node stabilize(Node output, Node... cuts) {
    return stabilizer.stabilize(List.of(output), Set.of(cuts)).get(0);
  }

  @Test
  void theFormulaBecomesStable() {
    Node p = div(one, add(one, exp(neg(x))));
    assertThat(stabilize(log(p), x)).isSameAs(neg(softplus(neg(x))));
  }

  @Test
  void nothingLooksIntoACut() {
    Node p = div(one, add(one, exp(neg(x))));
    assertThat(stabilize(log(p), p)).isSameAs(log(p));
    Node e = exp(x);
    assertThat(stabilize(log(e), e)).isSameAs(log(e));
    Node moved = expandDims(x, List.of(0));
    assertThat(stabilize(tanh(moved), moved)).isSameAs(tanh(moved));
    assertThat(stabilize(p, p)).isSameAs(p);
  }

  @Test
  void stoppedGradientsStayStopped() {
    assertThat(stabilize(stopGradient(exp(log(exp(x)))), x)).isSameAs(stopGradient(exp(x)));
  }

  @Test
  void withRulesOffValuesStay() {
    Stabilizer off = new Stabilizer(Rewriter.standard(), RewriteOptions.NONE, new Spans());
    assertThat(off.stabilize(List.of(log(exp(x))), Set.of(x))).containsExactly(log(exp(x)));
  }
}

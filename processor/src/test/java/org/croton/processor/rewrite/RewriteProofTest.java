package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.reduction.Sum.sum;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class RewriteProofTest {
  private static final Dim ROWS = Dim.name("rows");
  private static final Dim CLASSES = Dim.name("classes");

  private final GraphBuilder g = new GraphBuilder();
  private final Node x = g.parameter(0, 0, TensorType.of(DType.F32, ROWS, CLASSES));
  private final Node y = g.parameter(0, 1, TensorType.of(DType.F32, ROWS, CLASSES));

  private RewriteProof.Verdict prove(Rewriter rewriter, Node output) {
    Graph graph = new Graph(g, List.of(), List.of(new Graph.Output("r", output)));
    return RewriteProof.of(rewriter.rewrite(graph, new Spans(), RewriteOptions.ALL).trace());
  }

  @Test
  void rightRewritesAreProved() {
    Node one = g.constant(DType.F32, 1.0);
    Node softmax = div(exp(x), expandDims(sum(exp(x), List.of(1)), List.of(1)));
    Node p = div(one, add(one, exp(neg(y))));
    Node labels = g.parameter(0, 2, TensorType.of(DType.I64, ROWS));
    Node picked = gather(softmax, List.of(labels, labels), 0);
    Node all = add(log(sub(one, p)), expandDims(neg(log(picked)), List.of(1)));
    RewriteProof.Verdict verdict = prove(Rewriter.standard(), all);
    assertThat(verdict.disproofs()).isEmpty();
    assertThat(verdict.untested()).isEmpty();
    assertThat(verdict.proved()).isGreaterThan(5);
  }

  @Test
  void aWrongRuleIsDisproved() {
    Rule wrong = Rule.canonicalize("wrong").from(mul(X, Y)).to(add(X, Y)).accuracy(REASSOCIATES);
    RewriteProof.Verdict verdict = prove(new Rewriter(List.of(wrong)), mul(x, y));
    assertThat(verdict.disproofs()).hasSize(1);
    assertThat(verdict.disproofs().get(0)).asString().startsWith("wrong: mul@");
  }

  @Test
  void aPromiseOfEqualBitsIsHeld() {
    Rule wrong = Rule.canonicalize("wrong").from(log(exp(X))).to(X).accuracy(EXACT);
    assertThat(prove(new Rewriter(List.of(wrong)), log(exp(x))).disproofs()).hasSize(1);
  }
}

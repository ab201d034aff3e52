package org.croton.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Pow.pow;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Pattern.made;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.report.Span;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class RewriterTest {
  private static final Dim N = Dim.name("n");

  private final GraphBuilder g = new GraphBuilder();
  private final Parameter x = g.parameter(0, 0, TensorType.of(DType.F64, N));
  private final Parameter y = g.parameter(0, 1, TensorType.of(DType.F64, N));

  private Node number(double value) {
    return g.constant(DType.F64, value);
  }

  private Graph graph(Node... outputs) {
    List<Graph.Output> named = new ArrayList<>();
    for (Node output : outputs) {
      named.add(new Graph.Output("r" + named.size(), output));
    }
    return new Graph(g, List.of(new Graph.Input("x", x), new Graph.Input("y", y)), named);
  }

  private Rewriter.Rewritten rewrite(Node... outputs) {
    return Rewriter.standard().rewrite(graph(outputs), new Spans(), RewriteOptions.ALL);
  }

  private String text(Node... outputs) {
    return GraphPrinter.print(rewrite(outputs).graph());
  }

  @Test
  void crossEntropyOfANaiveProbabilityBecomesStable() {
    Node p = div(number(1), add(number(1), exp(neg(y))));
    Node naive = sub(mul(neg(x), log(p)), mul(sub(number(1), x), log(sub(number(1), p))));
    assertThat(text(naive))
        .isEqualTo(
            """
            input x : f64[n]
            input y : f64[n]
            v0 = neg(y) : f64[n]
            v1 = sub(1.0:f64, x) : f64[n]
            v2 = softplus(v0) : f64[n]
            v3 = mul(x, v2) : f64[n]
            v4 = softplus(y) : f64[n]
            v5 = mul(v1, v4) : f64[n]
            v6 = add(v3, v5) : f64[n]
            output r0 = v6
            """);
  }

  @Test
  void tenthPowerTakesFourMultiplications() {
    assertThat(text(add(x, pow(x, number(10)))))
        .isEqualTo(
            """
            input x : f64[n]
            input y : f64[n]
            v0 = square(x) : f64[n]
            v1 = square(v0) : f64[n]
            v2 = mul(x, v1) : f64[n]
            v3 = square(v2) : f64[n]
            v4 = add(x, v3) : f64[n]
            output r0 = v4
            """);
  }

  @Test
  void equalValuesBecomeOne() {
    Graph merged = rewrite(add(tanh(x), tanh(y)), add(tanh(y), tanh(x))).graph();
    assertThat(merged.outputValues().get(0)).isSameAs(merged.outputValues().get(1));
  }

  @Test
  void constantsFold() {
    Node seconds = mul(add(number(20), number(4)), number(3600));
    assertThat(rewrite(seconds).graph().outputValues()).containsExactly(number(86_400));
  }

  @Test
  void theReplacementIsBroadcastToTheRootsShape() {
    Parameter scalar = g.parameter(0, 2, TensorType.scalar(DType.F64));
    Node product = mul(scalar, broadcastTo(number(1), Shape.of(N)));
    assertThat(rewrite(add(scalar, broadcastTo(number(0), Shape.of(N)))).graph().outputValues())
        .containsExactly(broadcastTo(scalar, Shape.of(N)));
    assertThat(rewrite(product).graph().outputValues())
        .containsExactly(broadcastTo(scalar, Shape.of(N)));
  }

  @Test
  void withAllRulesOffTheGraphStays() {
    Graph naive = graph(log(exp(x)));
    Rewriter.Rewritten result =
        Rewriter.standard().rewrite(naive, new Spans(), RewriteOptions.NONE);
    assertThat(result.graph()).isEqualTo(naive);
    assertThat(result.trace().fired()).isEmpty();
  }

  @Test
  void oneRuleCanBeOff() {
    RewriteOptions options = RewriteOptions.parse("-log-exp");
    Rewriter.Rewritten result =
        Rewriter.standard().rewrite(graph(log(exp(x)), neg(neg(y))), new Spans(), options);
    assertThat(result.graph().outputValues()).containsExactly(log(exp(x)), y);
    assertThat(result.trace().fired()).containsExactly("neg-neg");
  }

  @Test
  void theTraceListsWhatFired() {
    assertThat(rewrite(mul(log(exp(x)), number(1))).trace().fired())
        .containsExactly("log-exp", "mul-one");
  }

  @Test
  void specialisingRulesLeaveSharedValuesAlone() {
    Node shared = mul(x, y);
    Node sum = add(mul(x, tanh(y)), shared);
    assertThat(rewrite(sum).trace().fired()).contains("factor-out");
    assertThat(rewrite(sum, shared).trace().fired()).doesNotContain("factor-out");
  }

  @Test
  void whatWasMadeComesFromWhereTheOldValueCameFrom() {
    Spans spans = new Spans();
    Node naive = log(add(number(1), exp(x)));
    Span place = new Span("A.java", 10, 20, 2, 3);
    spans.add(naive, place);
    Graph result = Rewriter.standard().rewrite(graph(naive), spans, RewriteOptions.ALL).graph();
    assertThat(((Apply) result.outputValues().get(0)).operator().name()).isEqualTo("softplus");
    assertThat(spans.of(result.outputValues().get(0))).containsExactly(place);
  }

  @Test
  void rulesThatUndoEachOtherAreReportedWithTheTrace() {
    Rule there = Rule.canonicalize("there").from(add(X, Y)).to(sub(X, Y)).accuracy(EXACT);
    Rule back = Rule.canonicalize("back").from(sub(X, Y)).to(add(X, Y)).accuracy(EXACT);
    Rewriter endless = new Rewriter(List.of(there, back));
    assertThatThrownBy(() -> endless.rewrite(graph(add(x, y)), new Spans(), RewriteOptions.ALL))
        .isInstanceOf(EndlessRewrite.class)
        .hasMessageContaining("there: add@")
        .hasMessageContaining("back: sub@");
  }

  @Test
  void rulesThatGrowWithoutEndAreReported() {
    Rule grow = Rule.canonicalize("grow").from(add(X, Y)).to(add(X, tanh(Y))).accuracy(EXACT);
    assertThatThrownBy(
            () ->
                new Rewriter(List.of(grow))
                    .rewrite(graph(add(x, y)), new Spans(), RewriteOptions.ALL))
        .isInstanceOf(EndlessRewrite.class)
        .hasMessageContaining("do not come to an end");
  }

  @Test
  void aReplacementOfAnotherDtypeIsRefused() {
    Rule narrow =
        Rule.canonicalize("narrow")
            .from(mul(X, ONE))
            .to(made("x in F32", match -> cast(match.node("x"), DType.F32)))
            .accuracy(EXACT);
    assertThatThrownBy(
            () ->
                new Rewriter(List.of(narrow))
                    .rewrite(graph(mul(x, number(1))), new Spans(), RewriteOptions.ALL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("narrow")
        .hasMessageContaining("f32[n] of f64[n]");
  }

  @Test
  void deepGraphsNeedNoStack() {
    Node deep = x;
    for (int i = 0; i < 10_000; i++) {
      deep = mul(tanh(deep), number(1));
    }
    assertThat(rewrite(deep).graph().nodes()).hasSize(10_001);
  }

  @Test
  void optionsAreNamesAfterAMinus() {
    assertThat(RewriteOptions.parse("all")).isEqualTo(RewriteOptions.ALL);
    assertThat(RewriteOptions.parse("none")).isEqualTo(RewriteOptions.NONE);
    assertThat(RewriteOptions.parse("-log-exp, -mul-one").disabled())
        .containsExactlyInAnyOrder("log-exp", "mul-one");
    assertThatThrownBy(() -> RewriteOptions.parse("log-exp"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

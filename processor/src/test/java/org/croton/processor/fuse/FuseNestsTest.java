package org.croton.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.loop.LoopPrinter;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.Test;

/** Which loops nests share, and what becomes of sums, in the text form of statements. */
class FuseNestsTest {
  private static String fused(String... lines) {
    String text = String.join("\n", lines) + "\n";
    var graph = GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder());
    return LoopPrinter.print(CompiledGraph.of("k0", graph, true).function());
  }

  @Test
  void valuesOfSeparateInputsThatAreReadTogetherNeedNoMemory() {
    String text =
        fused(
            "input a : f64[n]",
            "input b : f64[n]",
            "v0 = square(a) : f64[n]",
            "v1 = square(b) : f64[n]",
            "v2 = exp(v1) : f64[n]",
            "v3 = add(v0, v2) : f64[n]",
            "output result = v3");
    assertThat(text).containsOnlyOnce("vector ").contains("workspace 0").doesNotContain("slot ");
  }

  @Test
  void logisticRegressionReadsItsDataOnce() {
    String text =
        fused(
            "input x : f64[rows, features]",
            "input y : f64[rows]",
            "input w : f64[features]",
            "v0 = contract(x, w) {spec=ab,b->a} : f64[rows]",
            "v1 = sigmoid(v0) : f64[rows]",
            "v2 = sub(v1, y) : f64[rows]",
            "v3 = contract(x, v2) {spec=ab,a->b} : f64[features]",
            "output result = v3");
    assertThat(text).containsOnlyOnce("< rows");
    assertThat(text.lines().filter(line -> line.contains("x["))).hasSize(2);
  }

  @Test
  void functionsBetweenInnerLoopsRunInLanes() {
    String text =
        fused(
            "input x : f32[rows, columns]",
            "v0 = sum(x) {axes=[1]} : f32[rows]",
            "v1 = exp(v0) : f32[rows]",
            "v2 = expandDims(v1) {axes=[1]} : f32[rows, 1]",
            "v3 = mul(x, v2) : f32[rows, columns]",
            "output result = v3");
    assertThat(text).containsPattern("(?s)in blocks .*vector .*\\n *let v?t?\\d* = exp");
  }

  @Test
  void floatingSumsAreReducedInAFixedOrder() {
    String text =
        fused(
            "input x : f32[n]",
            "v0 = square(x) : f32[n]",
            "v1 = sum(v0) {axes=[0]} : f32",
            "output result = v1");
    assertThat(text).contains("sum= all ").contains("x[i0] * x[i0]").doesNotContain("vector ");
  }

  @Test
  void termsThatAreComputedAreReducedBlockByBlock() {
    String text =
        fused(
            "input x : f32[n]",
            "v0 = exp(x) : f32[n]",
            "v1 = sum(v0) {axes=[0]} : f32",
            "output result = v1");
    assertThat(text).contains("in blocks ").contains("of 512").contains("sum= all ");
  }

  /** The reverse of an overwritten element: its adjoint is read, then cleared. */
  @Test
  void anArrayIsWrittenInPlaceBehindTheLaterReadsOfWhatItWas() {
    String text =
        fused(
            "input a : f64[n]",
            "input b : f64[n]",
            "v0 = size() {size=n} : i64",
            "v1 = square(a) : f64[n]",
            "v2 = loop(v0, v1, b) {carries=2} : f64[n], f64[n]",
            "  region(p1_0 : i64, p1_1 : f64[n], p1_2 : f64[n])",
            "    v2_0 = set(p1_1, p1_0, 0.0:f64, true:bool) : f64[n]",
            "    v2_1 = get(p1_1, p1_0, true:bool) : f64",
            "    v2_2 = accumulate(p1_2, p1_0, v2_1, true:bool) : f64[n]",
            "    yield v2_0, v2_2",
            "output left = v2.0",
            "output result = v2.1");
    assertThat(text.substring(text.indexOf("times"))).doesNotContain("copy").doesNotContain(" < n");
  }

  /** Of gathered rows, the columns that are read; their indices do not keep the lanes apart. */
  @Test
  void columnsOfGatheredRowsNeedNoRows() {
    String text =
        fused(
            "input x : f64[n, 9]",
            "input at : i64[p]",
            "v0 = slice(x) {starts=[0, 3] steps=[1, 1] sizes=[n, 1]} : f64[n, 1]",
            "v1 = gather(v0, at) {axis=0} : f64[p, 1]",
            "v2 = exp(v1) : f64[p, 1]",
            "output result = v2");
    assertThat(text).contains("workspace 0").doesNotContain("slot ");
    assertThat(text.indexOf("require")).isBetween(0, text.indexOf("vector "));
    assertThat(text.substring(text.indexOf("vector "))).doesNotContain("require");
  }
}

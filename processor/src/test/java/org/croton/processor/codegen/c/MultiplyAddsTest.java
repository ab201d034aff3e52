package org.croton.processor.codegen.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.Test;

/** Which sums round once. */
class MultiplyAddsTest {
  private static String kernel(String... body) {
    String text = "input x : f64\ninput y : f64\ninput z : f64\n" + String.join("\n", body) + "\n";
    CompiledGraph graph =
        CompiledGraph.of(
            "k0", GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder()), true);
    String printed = CPrinter.print(List.of(graph.function()));
    return printed.substring(printed.indexOf("static int32_t k0("));
  }

  @Test
  void aSumWithOneProductRoundsOnce() {
    assertThat(kernel("v0 = mul(x, y) : f64", "v1 = add(v0, z) : f64", "output r = v1"))
        .contains("cr_fma_f64(x, y, z)");
  }

  @Test
  void aProductMayBeTakenOff() {
    assertThat(kernel("v0 = mul(x, y) : f64", "v1 = sub(z, v0) : f64", "output r = v1"))
        .contains("cr_fma_f64((-x), y, z)");
    assertThat(kernel("v0 = mul(x, y) : f64", "v1 = sub(v0, z) : f64", "output r = v1"))
        .contains("cr_fma_f64(x, y, (-z))");
  }

  @Test
  void aDifferenceOfProductsIsZeroWhereTheyAreEqual() {
    assertThat(
            kernel(
                "v0 = mul(x, x) : f64",
                "v1 = mul(y, y) : f64",
                "v2 = sub(v0, v1) : f64",
                "output r = v2"))
        .doesNotContain("cr_fma");
  }

  /** The product is read before its factor changes, the sum after that. */
  @Test
  void factorsThatChangedInBetweenAreNotReadAgain() {
    assertThat(
            kernel(
                "v0 = size() {size=3} : i64",
                "v1 = loop(v0, x, y, z) {carries=2} : f64, f64",
                "  region(p1_0 : i64, p1_1 : f64, p1_2 : f64, p1_3 : f64)",
                "    v1_0 = mul(p1_1, p1_3) : f64",
                "    v1_1 = add(v1_0, p1_2) : f64",
                "    yield v1_1, v1_0",
                "output r = v1.0",
                "output q = v1.1"))
        .containsOnlyOnce("cr_fma_f64(");
  }
}

package org.croton.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.croton.DType;
import org.croton.processor.ops.CatalogVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphParserTest {
  private static final String TEXT =
      """
      unknown k
      input x : f64[n, k]
      input this.w : f64[k]
      v0 = contract(x, this.w) {spec=ab,b->a} : f64[n]
      v1 = size() {size=n} : i64
      v2 = broadcastTo(0.0:f64) {shape=[n]} : f64[n]
      v3 = loop(v1, v2, 1.0:f64, v0) {carries=2} : f64[n], f64
        region(p1_0 : i64, p1_1 : f64[n], p1_2 : f64, p1_3 : f64[n])
          v3_0 = get(p1_3, p1_0, true:bool) : f64
          v3_1 = mul(p1_2, v3_0) : f64
          v3_2 = set(p1_1, p1_0, v3_1, true:bool) : f64[n]
          yield v3_2, v3_1
      v4 = add(v3.0, {1.5}:f64[1]) : f64[n]
      output path = v4
      output last = v3.1
      """;

  private static Graph parse(String text, GraphBuilder builder) {
    return GraphParser.parse(text, new CatalogVocabulary(), builder);
  }

  @Test
  void readsWhatIsPrinted() {
    Graph graph = parse(TEXT, new GraphBuilder());
    assertThat(GraphPrinter.print(graph)).isEqualTo(TEXT);
    assertThat(GraphVerifier.problems(graph)).isEmpty();
  }

  @Test
  void theReferenceShowsAGraph() throws IOException {
    String reference = Files.readString(Path.of("../docs/graph.md"));
    int start = reference.indexOf("```text\n") + "```text\n".length();
    String example = reference.substring(start, reference.indexOf("```", start));
    Graph graph = parse(example, new GraphBuilder());
    assertThat(GraphPrinter.print(graph)).isEqualTo(example);
    assertThat(GraphVerifier.problems(graph)).isEmpty();
  }

  @Test
  void makesTheSameGraphInTheSameBuilder() {
    GraphBuilder builder = new GraphBuilder();
    assertThat(parse(TEXT, builder)).isEqualTo(parse(TEXT, builder));
  }

  @Test
  void constantsKeepTheirBits() {
    GraphBuilder builder = new GraphBuilder();
    double[] values = {-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1f};
    for (DType dtype : new DType[] {DType.F32, DType.F64}) {
      Constant constant =
          builder.constant(Literal.reals(dtype, new int[] {values.length}, values.clone()));
      String text = "output y = " + constant.value() + ":" + constant.type() + "\n";
      assertThat(parse(text, builder).outputValues()).containsExactly(constant);
    }
    Constant flags =
        builder.constant(Literal.integers(DType.BOOL, new int[] {2}, new long[] {1, 0}));
    assertThat(parse("output y = {true, false}:bool[2]\n", builder).outputValues())
        .containsExactly(flags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v4 = add(v3.0, {1.5}:f64[1]) : f64[n]|v4 = frob(v3.0) : f64[n]|line 13|no operator 'frob'",
        "v4 = add(v3.0, {1.5}:f64[1]) : f64[n]|v4 = exp(v9) : f64[n]|line 13|no value 'v9'",
        "v1 = size() {size=n} : i64|v1 = size() {size=n} : f64|line 5|the types are [i64]",
        "{spec=ab,b->a}|{spice=ab}|line 4|no settings 'spice=ab'",
        "input x : f64[n, k]|input x : f65[n, k]|line 2|F65",
      })
  void namesTheLineOfAMistake(String from, String to, String line, String message) {
    assertThatThrownBy(() -> parse(TEXT.replace(from, to), new GraphBuilder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line)
        .hasMessageContaining(message);
  }
}

package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.Spans;
import org.junit.jupiter.api.Test;

class CloseCountersTest {
  private static String close(String text) {
    return LoopTexts.rewritten(text, CloseCountersTest::close, Map.of("n", 5));
  }

  private static Graph close(Graph graph, Spans spans) {
    return graph.withOutputs(CloseCounters.run(graph.outputValues(), spans));
  }

  @Test
  void whatEachIterationAddsAlikeIsAProduct() {
    String after =
        close(
            """
            input x : f64
            input k : i32
            v0 = size() {size=n} : i64
            v1 = loop(v0, 7:i32, x, k) {carries=2} : i32, f64
              region(p1_0 : i64, p1_1 : i32, p1_2 : f64, p1_3 : i32)
                v1_0 = sub(p1_1, p1_3) : i32
                v1_1 = add(1:i32, v1_0) : i32
                v1_2 = cast(p1_1) {dtype=f64} : f64
                v1_3 = add(p1_2, v1_2) : f64
                yield v1_1, v1_3
            output count = v1.0
            output sum = v1.1
            """);
    assertThat(after).contains("{carries=1}");
  }

  @Test
  void countersOfTriangularLoopsAreSquares() {
    String after =
        close(
            """
            input x : f64
            v0 = size() {size=n} : i64
            v1 = loop(v0, 0:i32, x) {carries=2} : i32, f64
              region(p1_0 : i64, p1_1 : i32, p1_2 : f64)
                v1_0 = cast(p1_0) {dtype=i32} : i32
                v1_1 = add(v1_0, 1:i32) : i32
                v1_2 = cast(v1_1) {dtype=i64} : i64
                v1_3 = size() {size=n} : i64
                v1_4 = sub(v1_3, v1_2) : i64
                v1_5 = loop(v1_4, p1_1, p1_2) {carries=2} : i32, f64
                  region(p2_0 : i64, p2_1 : i32, p2_2 : f64)
                    v1_5_0 = add(p2_1, 1:i32) : i32
                    v1_5_1 = cast(p2_1) {dtype=f64} : f64
                    v1_5_2 = add(p2_2, v1_5_1) : f64
                    yield v1_5_0, v1_5_2
                yield v1_5.0, v1_5.1
            output at = v1.0
            output sum = v1.1
            """);
    assertThat(after).doesNotContain("{carries=2}").contains("floorDiv");
  }

  @Test
  void wrappingStaysExact() {
    String after =
        close(
            """
            input x : f64
            v0 = loop(5:i64, 2147483600:i32) {carries=1} : i32
              region(p1_0 : i64, p1_1 : i32)
                v0_0 = cast(p1_0) {dtype=i32} : i32
                v0_1 = mul(v0_0, 1000000007:i32) : i32
                v0_2 = add(p1_1, v0_1) : i32
                yield v0_2
            output count = v0
            """);
    assertThat(after).doesNotContain("loop");
  }

  @Test
  void aLoopThatEndsWhenItWillTellsItsCounters() {
    String after =
        close(
            """
            input x : f64
            v0 = while(x, 1:i64) {carries=2} : f64, i64, i64
              region(p1_0 : i64, p1_1 : f64, p1_2 : i64)
                v0_0 = gt(9.0:f64, p1_1) : bool
                yield v0_0
              region(p1_0 : i64, p1_1 : f64, p1_2 : i64)
                v0_0 = add(p1_1, 1.5:f64) : f64
                v0_1 = add(p1_2, 3:i64) : i64
                yield v0_0, v0_1
            output y = v0.0
            output count = v0.1
            """);
    assertThat(after).contains("{carries=1}");
  }

  @Test
  void aLoopMayBeLeftWithNothingToCarry() {
    String after =
        close(
            """
            input k : i32
            v0 = while(1:i32, k) {carries=1} : i32, i64
              region(p1_0 : i64, p1_1 : i32, p1_2 : i32)
                v0_0 = lt(p1_1, p1_2) : bool
                yield v0_0
              region(p1_0 : i64, p1_1 : i32, p1_2 : i32)
                v0_0 = add(p1_1, 7:i32) : i32
                yield v0_0
            output count = v0.0
            """);
    assertThat(after).contains("{carries=0}").contains("yield\n");
    assertThat(GraphPrinter.print(LoopTexts.parse(after))).isEqualTo(after);
  }

  @Test
  void whatMayFailOrDependsOnDataIsCarried() {
    String text =
        """
        input k : i64[n]
        v0 = size() {size=n} : i64
        v1 = loop(v0, 0:i64, 0:i64, k) {carries=2} : i64, i64
          region(p1_0 : i64, p1_1 : i64, p1_2 : i64, p1_3 : i64[n])
            v1_0 = get(p1_3, p1_0, true:bool) : i64
            v1_1 = add(p1_1, v1_0) : i64
            v1_2 = get(p1_3, 0:i64, true:bool) : i64
            v1_3 = add(p1_2, v1_2) : i64
            yield v1_1, v1_3
        output sum = v1.0
        output times = v1.1
        """;
    assertThat(close(text)).contains("{carries=2}");
  }
}

package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NestTapesTest {
  private static String nest(String text) {
    return LoopTexts.rewritten(text, NestTapes::run, Map.of("n", 3));
  }

  @Test
  void anInnerTapeIsAnEntryOfTheOuterOne() {
    String after =
        nest(
            """
            input x : f64[n]
            v0 = size() {size=n} : i64
            v1 = blank() {dtype=f64 shape=[n, n]} : f64[n, n]
            v2 = loop(v0, 1.0:f64, v1, x) {carries=2} : f64, f64[n, n]
              region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n, n], p1_3 : f64[n])
                v2_0 = size() {size=n} : i64
                v2_1 = blank() {dtype=f64 shape=[n]} : f64[n]
                v2_2 = loop(v2_0, p1_1, v2_1, p1_3) {carries=2} : f64, f64[n]
                  region(p2_0 : i64, p2_1 : f64, p2_2 : f64[n], p2_3 : f64[n])
                    v2_2_0 = get(p2_3, p2_0, true:bool) : f64
                    v2_2_1 = mul(p2_1, v2_2_0) : f64
                    v2_2_2 = set(p2_2, p2_0, p2_1, true:bool) : f64[n]
                    yield v2_2_1, v2_2_2
                v2_3 = set(p1_2, p1_0, v2_2.1, true:bool) : f64[n, n]
                yield v2_2.0, v2_3
            output last = v2.0
            output tape = v2.1
            """);
    assertThat(after)
        .contains("set(p2_2, p2_3, p2_0, p2_1, true:bool) : f64[n, n]")
        .contains("yield v2_1.0, v2_1.1");
  }

  @Test
  void anEntryIsReadWhereItIs() {
    String after =
        nest(
            """
            input tape : f64[n, n]
            v0 = size() {size=n} : i64
            v1 = loop(v0, 0.0:f64, tape) {carries=1} : f64
              region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n, n])
                v1_0 = size() {size=n} : i64
                v1_1 = get(p1_2, p1_0, true:bool) : f64[n]
                v1_2 = loop(v1_0, p1_1, v1_1) {carries=1} : f64
                  region(p2_0 : i64, p2_1 : f64, p2_2 : f64[n])
                    v1_2_0 = get(p2_2, p2_0, true:bool) : f64
                    v1_2_1 = sin(v1_2_0) : f64
                    v1_2_2 = add(p2_1, v1_2_1) : f64
                    yield v1_2_2
                yield v1_2
            output sum = v1
            """);
    assertThat(after)
        .contains("get(p2_2, p2_3, p2_0, true:bool) : f64")
        .doesNotContain(": f64[n]\n");
  }

  @Test
  void whatIsReadAsAWholeStays() {
    String text =
        """
        input tape : f64[n, n]
        v0 = size() {size=n} : i64
        v1 = loop(v0, 0.0:f64, tape) {carries=1} : f64
          region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n, n])
            v1_0 = size() {size=n} : i64
            v1_1 = get(p1_2, p1_0, true:bool) : f64[n]
            v1_2 = loop(v1_0, p1_1, v1_1) {carries=1} : f64
              region(p2_0 : i64, p2_1 : f64, p2_2 : f64[n])
                v1_2_0 = sum(p2_2) {axes=[0]} : f64
                v1_2_1 = add(p2_1, v1_2_0) : f64
                yield v1_2_1
            yield v1_2
        output sum = v1
        """;
    assertThat(nest(text)).isEqualTo(text);
  }
}

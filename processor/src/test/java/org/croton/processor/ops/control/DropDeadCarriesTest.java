package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DropDeadCarriesTest {
  private static String drop(String text) {
    return LoopTexts.rewritten(text, DropDeadCarries::run, Map.of("n", 3));
  }

  @Test
  void whatOnlyServesItselfIsNotCarried() {
    String after =
        drop(
            """
            input x : f64
            v0 = loop(3:i64, x, x, 1.0:f64) {carries=3} : f64, f64, f64
              region(p1_0 : i64, p1_1 : f64, p1_2 : f64, p1_3 : f64)
                v0_0 = sin(p1_1) : f64
                v0_1 = add(p1_2, v0_0) : f64
                v0_2 = mul(p1_1, p1_3) : f64
                yield v0_2, v0_1, p1_1
            output y = v0.0
            """);
    assertThat(after).contains("{carries=2}").doesNotContain("sin");
  }

  @Test
  void whatTheConditionNeedsIsKept() {
    String after =
        drop(
            """
            input x : f64
            v0 = while(x, 1.0:f64, x) {carries=3} : f64, f64, f64, i64
              region(p1_0 : i64, p1_1 : f64, p1_2 : f64, p1_3 : f64)
                v0_0 = gt(3.0:f64, p1_2) : bool
                yield v0_0
              region(p1_0 : i64, p1_1 : f64, p1_2 : f64, p1_3 : f64)
                v0_0 = mul(p1_2, 1.5:f64) : f64
                v0_1 = exp(p1_3) : f64
                v0_2 = sin(p1_1) : f64
                yield v0_2, v0_0, v0_1
            output y = v0.0
            output rounds = v0.3
            """);
    assertThat(after).contains("{carries=2}").doesNotContain("exp");
  }

  @Test
  void whatIsReadStays() {
    String text =
        """
        input x : f64
        v0 = loop(3:i64, x, 1.0:f64) {carries=2} : f64, f64
          region(p1_0 : i64, p1_1 : f64, p1_2 : f64)
            v0_0 = mul(p1_1, p1_2) : f64
            yield v0_0, p1_1
        output y = v0.0
        """;
    assertThat(drop(text)).isEqualTo(text);
  }
}

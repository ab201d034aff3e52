package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareStepsTest {
  private static String text(String second) {
    return """
        input x : f64[n]
        v0 = size() {size=n} : i64
        v1 = blank() {dtype=f64 shape=[n + 1]} : f64[n + 1]
        v2 = blank() {dtype=f64 shape=[n]} : f64[n]
        v3 = loop(v0, 1.0:f64, v1, v2, x) {carries=3} : f64, f64[n + 1], f64[n]
          region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n + 1], p1_3 : f64[n], p1_4 : f64[n])
            v3_0 = get(p1_4, p1_0, true:bool) : f64
            v3_1 = mul(p1_1, v3_0) : f64
            v3_2 = add(p1_0, 1:i64) : i64
            v3_3 = set(p1_2, v3_2, v3_1, true:bool) : f64[n + 1]
            v3_4 = set(p1_3, p1_0, %s, true:bool) : f64[n]
            yield v3_1, v3_3, v3_4
        v4 = set(v3.1, 0:i64, 1.0:f64, true:bool) : f64[n + 1]
        output path = v4
        output steps = v3.2
        """
        .formatted(second);
  }

  private static String share(String text) {
    return LoopTexts.rewritten(text, ShareSteps::run, Map.of("n", 3));
  }

  @Test
  void whatStandsInALargerArrayIsAPartOfIt() {
    assertThat(share(text("v3_1")))
        .contains("{carries=2}")
        .contains("slice(v3) {starts=[1] steps=[1] sizes=[n]}")
        .contains("v3 = set(v2.1, 0:i64, 1.0:f64, true:bool)");
  }

  @Test
  void otherValuesStay() {
    assertThat(share(text("p1_1"))).isEqualTo(text("p1_1"));
  }
}

package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopBlocksTest {
  private static final String TEXT =
      """
      input x : f64[n]
      input w : f64[d]
      v0 = size() {size=n} : i64
      v1 = loop(v0, 0.0:f64, x, w) {carries=1} : f64
        region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n], p1_3 : f64[d])
          v1_0 = size() {size=d} : i64
          v1_1 = broadcastTo(0.0:f64) {shape=[d]} : f64[d]
          v1_2 = get(p1_2, p1_0, true:bool) : f64
          v1_3 = loop(v1_0, v1_1, p1_3, v1_2) {carries=1} : f64[d]
            region(p2_0 : i64, p2_1 : f64[d], p2_2 : f64[d], p2_3 : f64)
              v1_3_0 = get(p2_2, p2_0, true:bool) : f64
              v1_3_1 = mul(v1_3_0, p2_3) : f64
              v1_3_2 = set(p2_1, p2_0, v1_3_1, true:bool) : f64[d]
              yield v1_3_2
          v1_4 = get(v1_3, 0:i64, true:bool) : f64
          v1_5 = sin(v1_4) : f64
          v1_6 = add(p1_1, v1_5) : f64
          yield v1_6
      output y = v1
      """;

  private static String blocks(String text, Map<String, Integer> sizes) {
    return LoopTexts.rewritten(text, BlockLoops::run, sizes);
  }

  @Test
  void smallArraysOfIterationsAreInBlocks() {
    assertThat(blocks(TEXT, Map.of("n", 130, "d", 3))).contains("f64[d, 64]");
  }

  @Test
  void theRunDecidesWhetherArraysAreTooLarge() {
    assertThat(blocks(TEXT, Map.of("n", 65, "d", 4097)))
        .contains("floordiv(n, 1099511627776*min(1, floordiv(d, 4097)) + 64)");
  }

  @Test
  void arraysThatAreKnownToBeLargeAreInNone() {
    String large = TEXT.replace("[d]", "[5000]").replace("size=d", "size=5000");
    assertThat(blocks(large, Map.of("n", 65))).doesNotContain("64]");
  }
}

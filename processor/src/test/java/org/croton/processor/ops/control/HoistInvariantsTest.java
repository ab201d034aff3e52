package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HoistInvariantsTest {
  private static String hoist(String text) {
    return LoopTexts.rewritten(text, HoistInvariants::run, Map.of("n", 3));
  }

  private static String loop(String body) {
    return """
        input x : f64[n]
        input w : f64[n, n]
        input r : f64
        input k : i64
        v0 = loop(4:i64, x, w, r, k) {carries=1} : f64[n]
          region(p1_0 : i64, p1_1 : f64[n], p1_2 : f64[n, n], p1_3 : f64, p1_4 : i64)
        """
        + body.indent(4)
        + "output y = v0\n";
  }

  @Test
  void whatEveryIterationWouldComputeIsComputedBefore() {
    String after =
        hoist(
            loop(
                """
                v0_0 = exp(p1_2) : f64[n, n]
                v0_1 = contract(v0_0, v0_0) {spec=ab,bc->ac} : f64[n, n]
                v0_2 = sqrt(p1_3) : f64
                v0_3 = contract(p1_1, v0_1) {spec=a,ab->b} : f64[n]
                v0_4 = mul(v0_2, v0_3) : f64[n]
                yield v0_4
                """));
    assertThat(LoopTexts.count(after, "contract", true)).as(after).isEqualTo(1);
    assertThat(LoopTexts.count(after, "exp", true)).isZero();
    assertThat(LoopTexts.count(after, "sqrt", true)).isZero();
    assertThat(after).contains("region(p1_0 : i64, p1_1 : f64[n], p1_2 : f64, p1_3 : f64[n, n])");
  }

  @Test
  void whatCanFailStays() {
    String text =
        loop(
            """
            v0_0 = get(p1_2, p1_4, true:bool) : f64[n]
            v0_1 = add(p1_1, v0_0) : f64[n]
            yield v0_1
            """);
    assertThat(LoopTexts.count(hoist(text), "get", true)).isEqualTo(1);
  }

  @Test
  void viewsAndWhatGrowsStay() {
    String after =
        hoist(
            loop(
                """
                v0_0 = transpose(p1_2) {order=[1, 0]} : f64[n, n]
                v0_1 = broadcastTo(p1_3) {shape=[n]} : f64[n]
                v0_2 = contract(p1_1, v0_0) {spec=a,ab->b} : f64[n]
                v0_3 = add(v0_1, v0_2) : f64[n]
                yield v0_3
                """));
    assertThat(LoopTexts.count(after, "transpose", true)).as(after).isEqualTo(1);
    assertThat(LoopTexts.count(after, "broadcastTo", true)).isEqualTo(1);
  }

  @Test
  void leavesTheLoopsAroundOneByOne() {
    String after =
        hoist(
            """
            input x : f64[n]
            v0 = loop(3:i64, 0.0:f64, x) {carries=1} : f64
              region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n])
                v0_0 = loop(2:i64, p1_1, p1_2) {carries=1} : f64
                  region(p2_0 : i64, p2_1 : f64, p2_2 : f64[n])
                    v0_0_0 = exp(p2_2) : f64[n]
                    v0_0_1 = sum(v0_0_0) {axes=[0]} : f64
                    v0_0_2 = mul(p2_1, 0.5:f64) : f64
                    v0_0_3 = add(v0_0_1, v0_0_2) : f64
                    yield v0_0_3
                yield v0_0
            output y = v0
            """);
    assertThat(LoopTexts.count(after, "sum", false)).as(after).isEqualTo(1);
  }
}

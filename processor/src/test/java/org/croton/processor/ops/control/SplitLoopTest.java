package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitLoopTest {
  private static String split(String text, Map<String, Integer> sizes) {
    return LoopTexts.rewritten(text, SplitLoop::run, sizes);
  }

  private static String recurrent(String body, String more) {
    return """
        input x : f64[time, n]
        input w : f64[n, m]
        input s : f64[m, m]
        input start : f64[m]
        v0 = size() {size=time} : i64
        """
        + body
        + more;
  }

  /** {@code h = tanh(x.get(t).dot(w) + h.dot(s))}. */
  private static final String CELL =
      """
      v1 = loop(v0, start, x, w, s) {carries=1} : f64[m]
        region(p1_0 : i64, p1_1 : f64[m], p1_2 : f64[time, n], p1_3 : f64[n, m], p1_4 : f64[m, m])
          v1_0 = get(p1_2, p1_0, true:bool) : f64[n]
          v1_1 = contract(v1_0, p1_3) {spec=a,ab->b} : f64[m]
          v1_2 = contract(p1_1, p1_4) {spec=a,ab->b} : f64[m]
          v1_3 = add(v1_1, v1_2) : f64[m]
          v1_4 = tanh(v1_3) : f64[m]
          yield v1_4
      output h = v1
      """;

  @Test
  void productsOfStepsAreOneBeforeTheLoop() {
    for (int time : new int[] {0, 1, 4}) {
      String after = split(recurrent(CELL, ""), Map.of("time", time, "n", 3, "m", 2));
      assertThat(LoopTexts.count(after, "contract", true)).as(after).isEqualTo(1);
      assertThat(after).contains("= contract(x, w) {spec=ta,ab->tb} : f64[time, m]");
    }
  }

  @Test
  void productsOfWhatIsReadBackwardsAreTakenInTheOrderOfTheArray() {
    String cell =
        CELL.replace("v1_0 = get(p1_2, p1_0,", "v1_0 = get(p1_2, v1_9,")
            .replace(
                "    v1_0 =",
                "    v1_7 = size() {size=time} : i64\n"
                    + "    v1_8 = sub(v1_7, 1:i64) : i64\n"
                    + "    v1_9 = sub(v1_8, p1_0) : i64\n"
                    + "    v1_0 =");
    String after = split(recurrent(cell, ""), Map.of("time", 4, "n", 3, "m", 2));
    assertThat(after).contains("= contract(x, w) {spec=ta,ab->tb} : f64[time, m]");
    assertThat(after).doesNotContain("slice");
  }

  @Test
  void productsOfWhatMayBeOutOfRangeStay() {
    String cell =
        CELL.replace("v1_0 = get(p1_2, p1_0,", "v1_0 = get(p1_2, v1_9,")
            .replace("    v1_0 =", "    v1_9 = mul(p1_0, p1_0) : i64\n    v1_0 =");
    String after = split(recurrent(cell, ""), Map.of("time", 2, "n", 3, "m", 2));
    assertThat(LoopTexts.count(after, "contract", true)).as(after).isEqualTo(2);
  }

  @Test
  void whatIsOnlySummedUpIsComputedAfterTheLoop() {
    String cell =
        """
        v1 = broadcastTo(0.0:f64) {shape=[m, n]} : f64[m, n]
        v2 = loop(v0, start, v1, x, s) {carries=2} : f64[m], f64[m, n]
          region(p1_0 : i64, p1_1 : f64[m], p1_2 : f64[m, n], p1_3 : f64[time, n], p1_4 : f64[m, m])
            v2_0 = get(p1_3, p1_0, true:bool) : f64[n]
            v2_1 = contract(p1_1, p1_4) {spec=a,ab->b} : f64[m]
            v2_2 = tanh(v2_1) : f64[m]
            v2_3 = contract(v2_2, v2_0) {spec=a,b->ab} : f64[m, n]
            v2_4 = add(p1_2, v2_3) : f64[m, n]
            yield v2_2, v2_4
        output h = v2.0
        output outer = v2.1
        """;
    for (int time : new int[] {0, 1, 5}) {
      String after = split(recurrent(cell, ""), Map.of("time", time, "n", 3, "m", 2));
      assertThat(LoopTexts.count(after, "contract", true)).as(after).isEqualTo(1);
      assertThat(after).contains("{spec=ta,tb->ab} : f64[m, n]");
    }
  }

  @Test
  void whatIsMadeOfAStepIsOneProductAfterTheLoop() {
    String cell =
        """
        v1 = loop(v0, start, 0.0:f64, s, w) {carries=2} : f64[m], f64
          region(p1_0 : i64, p1_1 : f64[m], p1_2 : f64, p1_3 : f64[m, m], p1_4 : f64[n, m])
            v1_0 = contract(p1_1, p1_3) {spec=a,ab->b} : f64[m]
            v1_1 = tanh(v1_0) : f64[m]
            v1_2 = contract(v1_1, p1_4) {spec=b,ab->a} : f64[n]
            v1_3 = exp(v1_2) : f64[n]
            v1_4 = sum(v1_3) {axes=[0]} : f64
            v1_5 = log(v1_4) : f64
            v1_6 = add(p1_2, v1_5) : f64
            yield v1_1, v1_6
        output h = v1.0
        output cost = v1.1
        """;
    String after = split(recurrent(cell, ""), Map.of("time", 4, "n", 3, "m", 2));
    assertThat(LoopTexts.count(after, "contract", true)).as(after).isEqualTo(1);
    assertThat(LoopTexts.count(after, "exp", true)).isZero();
    assertThat(after).contains(" : f64[time, n]");
  }

  @Test
  void aLoopThatOnlyMapsIsNone() {
    String after =
        split(
            """
            input x : f64[n]
            v0 = size() {size=n} : i64
            v1 = blank() {dtype=f64 shape=[n]} : f64[n]
            v2 = loop(v0, v1, x) {carries=1} : f64[n]
              region(p1_0 : i64, p1_1 : f64[n], p1_2 : f64[n])
                v2_0 = get(p1_2, p1_0, true:bool) : f64
                v2_1 = sin(v2_0) : f64
                v2_2 = cast(p1_0) {dtype=f64} : f64
                v2_3 = mul(v2_1, v2_2) : f64
                v2_4 = set(p1_1, p1_0, v2_3, true:bool) : f64[n]
                yield v2_4
            output y = v2
            """,
            Map.of("n", 5));
    assertThat(after).doesNotContain("loop(").contains("= sin(x) : f64[n]");
  }

  @Test
  void sumsOfNumbersKeepTheirOrder() {
    String text =
        """
        input x : f64[n]
        v0 = size() {size=n} : i64
        v1 = loop(v0, 0.0:f64, x) {carries=1} : f64
          region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n])
            v1_0 = get(p1_2, p1_0, true:bool) : f64
            v1_1 = mul(v1_0, v1_0) : f64
            v1_2 = add(p1_1, v1_1) : f64
            yield v1_2
        output y = v1
        """;
    assertThat(split(text, Map.of("n", 5))).isEqualTo(text);
  }

  @Test
  void workThatTheLoopNeedsAnywayIsNotDoneTwice() {
    String text =
        """
        input x : f64[n]
        v0 = size() {size=n} : i64
        v1 = blank() {dtype=f64 shape=[n]} : f64[n]
        v2 = loop(v0, 0.0:f64, v1, x) {carries=2} : f64, f64[n]
          region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n], p1_3 : f64[n])
            v2_0 = get(p1_3, p1_0, true:bool) : f64
            v2_1 = exp(v2_0) : f64
            v2_2 = add(p1_1, v2_1) : f64
            v2_3 = set(p1_2, p1_0, v2_1, true:bool) : f64[n]
            yield v2_2, v2_3
        output sum = v2.0
        output y = v2.1
        """;
    assertThat(split(text, Map.of("n", 5))).isEqualTo(text);
  }

  @Test
  void arraysOfWhichAPartIsWrittenKeepTheRest() {
    String after =
        split(
            """
            input x : f64[n]
            input y : f64[n + 3]
            v0 = size() {size=n} : i64
            v1 = loop(v0, y, x) {carries=1} : f64[n + 3]
              region(p1_0 : i64, p1_1 : f64[n + 3], p1_2 : f64[n])
                v1_0 = get(p1_2, p1_0, true:bool) : f64
                v1_1 = exp(v1_0) : f64
                v1_2 = size() {size=n + 1} : i64
                v1_3 = sub(v1_2, p1_0) : i64
                v1_4 = accumulate(p1_1, v1_3, v1_1, true:bool) : f64[n + 3]
                yield v1_4
            output z = v1
            """,
            Map.of("n", 4));
    assertThat(after)
        .doesNotContain("loop(")
        .contains("accumulateSlice(y, ")
        .contains("{starts=[n + 1] steps=[-1] sizes=[n]}");
  }
}

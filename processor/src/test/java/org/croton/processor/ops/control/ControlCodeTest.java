package org.croton.processor.ops.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.LoopPrinter;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While loops and branches, from their text to C that gives what they mean. */
class ControlCodeTest {
  /** The smallest power of two at or above x, each step of which is written down. */
  private static final String DOUBLING =
      """
      input x : f64
      input a : f64[n]
      v0 = while(1.0:f64, a, x) {carries=2} : f64, f64[n], i64
        region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n], p1_3 : f64)
          v0_0 = lt(p1_1, p1_3) : bool
          yield v0_0
        region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n], p1_3 : f64)
          v0_0 = mul(p1_1, 2.0:f64) : f64
          v0_1 = set(p1_2, p1_0, v0_0, true:bool) : f64[n]
          yield v0_0, v0_1
      output power = v0.0
      output steps = v0.1
      output count = v0.2
      """;

  /** Writes into an array in one arm, swaps two scalars in the other. */
  private static final String CHOICE =
      """
      input x : f64
      input a : f64[n]
      v0 = gt(x, 0.0:f64) : bool
      v1 = broadcastTo(0.5:f64) {shape=[n]} : f64[n]
      v2 = branch(v0, v1, x, a) : f64[n], f64, f64, f64[n]
        region(p1_0 : f64[n], p1_1 : f64, p1_2 : f64[n])
          v2_0 = set(p1_0, 1:i64, p1_1, true:bool) : f64[n]
          v2_1 = neg(p1_1) : f64
          v2_2 = add(p1_2, p1_0) : f64[n]
          yield v2_0, v2_1, 3.0:f64, v2_2
        region(p1_0 : f64[n], p1_1 : f64, p1_2 : f64[n])
          v2_0 = exp(p1_1) : f64
          v2_1 = mul(p1_2, p1_1) : f64[n]
          yield p1_0, p1_1, v2_0, v2_1
      output b = v2.0
      output u = v2.1
      output v = v2.2
      output w = v2.3
      """;

  /** A branch in a loop that writes into what the loop carries. */
  private static final String CLAMP =
      """
      input x : f64
      input a : f64[n]
      v0 = size() {size=n} : i64
      v1 = loop(v0, a, x, x) {carries=2} : f64[n], f64
        region(p1_0 : i64, p1_1 : f64[n], p1_2 : f64, p1_3 : f64)
          v1_0 = get(p1_1, p1_0, true:bool) : f64
          v1_1 = gt(v1_0, p1_3) : bool
          v1_2 = branch(v1_1, p1_1, p1_0, p1_2, p1_3) : f64[n], f64
            region(p2_0 : f64[n], p2_1 : i64, p2_2 : f64, p2_3 : f64)
              v1_2_0 = set(p2_0, p2_1, p2_3, true:bool) : f64[n]
              v1_2_1 = add(p2_2, 1.0:f64) : f64
              yield v1_2_0, v1_2_1
            region(p2_0 : f64[n], p2_1 : i64, p2_2 : f64, p2_3 : f64)
              yield p2_0, p2_2
          yield v1_2.0, v1_2.1
      output clamped = v1.0
      output count = v1.1
      """;

  /** An inner loop that starts in each iteration from the same array. */
  private static final String AGAIN =
      """
      input x : f64
      input a : f64[n]
      v0 = size() {size=n} : i64
      v1 = add(a, x) : f64[n]
      v2 = loop(v0, x, v1) {carries=1} : f64
        region(p1_0 : i64, p1_1 : f64, p1_2 : f64[n])
          v2_0 = loop(1:i64, p1_2, p1_0, p1_1) {carries=1} : f64[n]
            region(p2_0 : i64, p2_1 : f64[n], p2_2 : i64, p2_3 : f64)
              v2_0_0 = accumulate(p2_1, p2_2, p2_3, true:bool) : f64[n]
              yield v2_0_0
          v2_1 = sum(v2_0) {axes=[0]} : f64
          yield v2_1
      output sum = v2
      """;

  private static final List<String> TEXTS = List.of(DOUBLING, CHOICE, CLAMP, AGAIN);

  private static final List<String> SANITIZED =
      List.of(
          "-O1",
          "-march=x86-64-v3",
          "-fsanitize=address,undefined",
          "-fno-sanitize-recover",
          "-Wno-unused-variable");

  @TempDir Path folder;

  private static Graph parse(String text) {
    return GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder());
  }

  @Test
  void theTextFormIsReadBack() {
    for (String text : TEXTS) {
      assertThat(GraphPrinter.print(parse(text))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesAsCWhatItMeans(boolean fuse) throws Exception {
    List<CompiledGraph> kernels = new ArrayList<>();
    List<List<Literal>> arguments = new ArrayList<>();
    List<Map<String, Integer>> sizes = new ArrayList<>();
    for (String text : TEXTS) {
      for (double x : List.of(5.5, -2.0, 0.5)) {
        kernels.add(CompiledGraph.of("k" + kernels.size(), parse(text), fuse));
        double[] a = {0.7, 3, 9, -4};
        arguments.add(
            List.of(
                Literal.scalar(DType.F64, x), Literal.reals(DType.F64, new int[] {a.length}, a)));
        sizes.add(Map.of("n", a.length));
      }
    }
    List<CProgram.Results> results =
        CProgram.compile(folder, kernels, SANITIZED).run(arguments, sizes);
    for (int i = 0; i < kernels.size(); i++) {
      assertThat(results.get(i).code()).isZero();
      assertThat(results.get(i).values())
          .as("kernel " + i)
          .isEqualTo(Interpreter.run(kernels.get(i).graph(), arguments.get(i)));
    }
  }

  @Test
  void anArmWritesIntoACarriedArrayInPlace() {
    String text = LoopPrinter.print(CompiledGraph.of("k", parse(CLAMP), true).function());
    assertThat(text).contains("if ").doesNotContain("copy").doesNotContain("slot");
  }
}

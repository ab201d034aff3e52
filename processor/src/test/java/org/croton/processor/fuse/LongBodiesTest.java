package org.croton.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.codegen.c.CPrinter;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.Literal;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops with hundreds of statements, which the C compiler would take long for as they are. */
class LongBodiesTest {
  private static final int STATEMENTS = 700;

  @TempDir Path folder;

  /** Each value is read by the next one, every seventh value by one far behind. */
  private static CompiledGraph chain(String dtype) {
    String type = " : " + dtype + "[n]\n";
    StringBuilder text = new StringBuilder("input x" + type + "input y" + type);
    for (int i = 0; i < STATEMENTS; i++) {
      String last = i == 0 ? "x" : "v" + (i - 1);
      String far = i < 300 ? "y" : "v" + (i / 7 * 7 - 294);
      text.append("v").append(i).append(" = ");
      text.append(i % 3 == 0 ? "sin(" + last + ")" : "sub(" + last + ", " + far + ")");
      text.append(type);
    }
    String end = "v" + (STATEMENTS - 1);
    text.append("v").append(STATEMENTS).append(" = sum(").append(end).append(") {axes=[0]} : ");
    text.append(dtype).append("\noutput all = ").append(end);
    text.append("\noutput total = v").append(STATEMENTS).append("\n");
    var graph = GraphParser.parse(text.toString(), new CatalogVocabulary(), new GraphBuilder());
    return CompiledGraph.of("k0", graph, true);
  }

  @Test
  void areCutIntoPartsThatMeanTheSame() throws Exception {
    for (DType dtype : List.of(DType.F64, DType.F32)) {
      CompiledGraph kernel = chain(dtype.name().toLowerCase(Locale.ROOT));
      for (int n : new int[] {0, 1, 127, 300}) {
        List<Literal> arguments = List.of(ramp(dtype, n, 0.3), ramp(dtype, n, 0.7));
        Map<String, Integer> sizes = Map.of("n", n);
        CProgram.Results results =
            CProgram.compile(folder, List.of(kernel), List.of("-O1", "-march=x86-64-v3"))
                .run(List.of(arguments), List.of(sizes))
                .get(0);
        assertThat(results.code()).isZero();
        List<Literal> expected = Interpreter.run(kernel.graph(), arguments, sizes);
        for (int output = 0; output < 2; output++) {
          for (int i = 0; i < expected.get(output).count(); i++) {
            assertThat(results.values().get(output).real(i))
                .isCloseTo(expected.get(output).real(i), within(dtype == DType.F64 ? 1e-9 : 1e-2));
          }
        }
      }
    }
  }

  private static Literal ramp(DType dtype, int n, double from) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = from + i * 1e-3;
    }
    return Literal.reals(dtype, new int[] {n}, values);
  }

  /** One copy for lanes near zero, one for the rest, however many calls there are. */
  @Test
  void shareOneCopyOfAFunction() {
    String printed = CPrinter.print(List.of(chain("f64").function()));
    assertThat(printed.lines().filter(line -> line.startsWith("CR_SHARED"))).hasSize(2);
    assertThat(printed.substring(printed.indexOf("int32_t k0("))).doesNotContain("cr_sin_f64(");
  }

  @Test
  void areNotLong() {
    String printed = CPrinter.print(List.of(chain("f64").function()));
    int longest = 0;
    int length = 0;
    for (String line : printed.substring(printed.indexOf("int32_t k0(")).split("\n")) {
      length = line.contains("for (") ? 0 : line.contains(" = ") ? length + 1 : length;
      longest = Math.max(longest, length);
    }
    assertThat(longest).isBetween(LaneParts.TOGETHER / 2, LaneParts.TOGETHER * 3 / 2);
  }
}
